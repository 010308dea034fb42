import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient, infiniteQueryOptions } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { DeclineReasons } from '../../ui/decline-reasons';
import { EmptyState } from '../../ui/empty-state';
import { PagedView } from '../../ui/paged-view';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';

type Application = Schemas['ApplicationView'];

const applicationsQuery = infiniteQueryOptions({
  queryKey: ['applications'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/v1/applications', { params: { query: { limit: 25, cursor: pageParam } } })),
  getNextPageParam: (page) => page.next,
});

/** What the artist may expect next. */
const NEXT: Record<Application['state'], string> = {
  draft: 'Not sent yet.',
  submitted: 'It has arrived and waits to be read.',
  in_review: 'It is being read.',
  waitlisted: 'Good, but all places are taken. You are told when one is free.',
  invited: 'There is a place for you: it stands above.',
  declined: 'Not this time, for these reasons:',
  withdrawn: 'You took it back.',
  expired: 'It was not sent in time.',
};

function ApplicationRow({ application }: { application: Application }) {
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: (verb: 'submit' | 'withdraw') =>
      unwrap(
        api.POST('/api/v1/applications/{id}/{verb}', {
          params: { path: { id: application.id, verb } },
          body: {},
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['applications'] }),
  });
  const may = (verb: 'submit' | 'withdraw') => application.available.includes(verb);
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Group gap="xs">
            <Anchor
              fw={600}
              renderRoot={(props) => (
                <Link
                  to="/studio/applications/$applicationId"
                  params={{ applicationId: application.id }}
                  {...props}
                />
              )}
            >
              {application.programName}
            </Anchor>
            <StateBadge state={application.state} />
          </Group>
          <Text size="sm" c="dimmed">
            {application.submittedAt === null ? 'Begun' : 'Sent'}{' '}
            <When at={application.submittedAt ?? application.createdAt} />. {NEXT[application.state]}
            {application.waiting?.position != null &&
              ` You are number ${application.waiting.position} on the waiting list.`}
            {['submitted', 'in_review'].includes(application.state) && application.decideBy !== null && (
              <>
                {' '}
                A decision is promised <When at={application.decideBy} />.
              </>
            )}
          </Text>
          {application.reasons.length > 0 && <DeclineReasons reasons={application.reasons} />}
        </Stack>
        <Group gap="xs">
          {may('submit') && (
            <Button loading={move.isPending} onClick={() => move.mutate('submit')}>
              Send
            </Button>
          )}
          {may('withdraw') && (
            <ConfirmButton
              label="Withdraw"
              title="Withdraw your application?"
              confirm="Withdraw it"
              isBusy={move.isPending}
              onConfirm={() => move.mutateAsync('withdraw')}
            >
              It is not read any further. You may apply again while the programme takes applications.
            </ConfirmButton>
          )}
        </Group>
      </Group>
      {move.isError && <ProblemNote error={move.error} />}
    </Paper>
  );
}

/** Where each application stands, in the same word that the programme uses. */
export function Applications() {
  const applications = useInfiniteQuery(applicationsQuery);
  return (
    <PagedView
      query={applications}
      empty={
        <EmptyState
          title="You have not applied yet"
          action={
            <Button renderRoot={(props) => <Link to="/programs" {...props} />}>See the programmes</Button>
          }
        >
          Each programme shows its terms and prices before you apply.
        </EmptyState>
      }
    >
      {(items) => (
        <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((application) => (
            <ApplicationRow key={application.id} application={application} />
          ))}
        </Stack>
      )}
    </PagedView>
  );
}
