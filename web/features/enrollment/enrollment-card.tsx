import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { ConsentCeremony } from './consent-ceremony';
import { ObligationsCard } from './obligations-card';

type Enrollment = Schemas['EnrollmentView'];
type Verb = 'pause' | 'resume' | 'leave' | 'stay';

const MEANS: Record<Enrollment['state'], string> = {
  terms_pending: 'You are invited. The Studio opens when you accept the terms.',
  active: 'You are in.',
  paused: 'You paused. New clips wait; sharing, feedback, pay and appeals go on.',
  suspended: 'You are suspended in part. Feedback, your archive, pay and appeals go on.',
  offboarding: 'You are leaving. What is under way is brought to an end.',
  alumni: 'You left. Your works, your pay and your statements stay here.',
};

const CLOSED: Record<Schemas['SuspensionView']['scope'][number], string> = {
  generation: 'making clips',
  sharing: 'handing in works to be shared',
  tasks: 'taking new paid tasks',
};

function Suspension({ suspension }: { suspension: Schemas['SuspensionView'] }) {
  return (
    <Alert color="red" variant="light" title={`Suspended by clause ${suspension.clauseId}`}>
      {suspension.facts} It closes {suspension.scope.map((one) => CLOSED[one]).join(', ')}. It ends by itself{' '}
      <When at={suspension.endsAt} />.{' '}
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link
            to="/studio/decisions/$statementId"
            params={{ statementId: suspension.statementId }}
            {...props}
          />
        )}
      >
        The reasons, and how to appeal
      </Anchor>
    </Alert>
  );
}

function Moves({ enrollment }: { enrollment: Enrollment }) {
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: (verb: Verb) =>
      unwrap(
        api.POST('/api/v1/enrollments/{id}/{verb}', {
          params: { path: { id: enrollment.id, verb } },
          body: {},
        }),
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
  const may = (verb: Verb) => enrollment.available.includes(verb);
  return (
    <Stack gap="xs" align="flex-end">
      <Group gap="xs">
        {may('pause') && (
          <Button variant="default" loading={move.isPending} onClick={() => move.mutate('pause')}>
            Pause
          </Button>
        )}
        {may('resume') && (
          <Button loading={move.isPending} onClick={() => move.mutate('resume')}>
            Resume
          </Button>
        )}
        {may('stay') && (
          <Button loading={move.isPending} onClick={() => move.mutate('stay')}>
            Stay after all
          </Button>
        )}
        {may('leave') && (
          <ConfirmButton
            label="Leave"
            title={`Leave ${enrollment.programName}?`}
            confirm="Leave the programme"
            isBusy={move.isPending}
            onConfirm={() => move.mutateAsync('leave')}
          >
            You can make no more clips. Everything you have earned stays owed to you and is paid; your clips,
            works and statements stay yours to see.{' '}
            {enrollment.state === 'suspended'
              ? 'Out of a suspension this cannot be taken back.'
              : 'For 24 hours you can take it back.'}
          </ConfirmButton>
        )}
      </Group>
      {move.isError && <ProblemNote error={move.error} />}
    </Stack>
  );
}

/** Whoever goes takes along what is theirs. */
function TakeAlong() {
  return (
    <Text size="sm" mt="sm">
      <Anchor size="sm" renderRoot={(props) => <Link to="/studio/archive" {...props} />}>
        Take everything of yours along in one file
      </Anchor>
      : works, terms, statements, feedback and decisions. It stays possible.
    </Text>
  );
}

/** One programme that one is in: where it stands, the terms, and the ways out. */
export function EnrollmentCard({ enrollment }: { enrollment: Enrollment }) {
  const reading = useQuery({
    queryKey: ['enrollment-terms', enrollment.id],
    queryFn: () =>
      unwrap(api.GET('/api/v1/enrollments/{id}/terms', { params: { path: { id: enrollment.id } } })),
  });
  const isAsked = enrollment.available.includes('consent');
  return (
    <Stack>
      <Paper withBorder p="lg">
        <Group justify="space-between" align="flex-start">
          <Stack gap={4}>
            <Group gap="xs">
              <Title order={2} size="h4">
                {enrollment.programName}
              </Title>
              <StateBadge state={enrollment.state} />
            </Group>
            <Text>
              {MEANS[enrollment.state]}
              {enrollment.canStayUntil !== null && (
                <>
                  {' '}
                  You can still stay: it is final <When at={enrollment.canStayUntil} />.
                </>
              )}
            </Text>
            <Text size="sm" c="dimmed">
              {enrollment.consent !== null && (
                <>
                  Terms version {enrollment.consent.version} accepted <When at={enrollment.consent.at} />
                  .{' '}
                </>
              )}
              <Anchor
                size="sm"
                renderRoot={(props) => (
                  <Link to="/programs/$programId" params={{ programId: enrollment.programId }} {...props} />
                )}
              >
                Terms, prices and quota
              </Anchor>
            </Text>
          </Stack>
          <Moves enrollment={enrollment} />
        </Group>
        {['offboarding', 'alumni'].includes(enrollment.state) && <TakeAlong />}
      </Paper>
      {enrollment.suspension !== null && <Suspension suspension={enrollment.suspension} />}
      <QueryView query={reading}>
        {(data) => (
          <>
            {(isAsked || !data.isAccepted) && !['offboarding', 'alumni'].includes(enrollment.state) && (
              <ConsentCeremony enrollmentId={enrollment.id} reading={data} />
            )}
            <ObligationsCard card={data.obligations} version={data.governing?.version ?? null} />
          </>
        )}
      </QueryView>
    </Stack>
  );
}
