import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';
import { formatMoney, When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { ProblemNote } from '../../ui/problem-note';

type Uses = Schemas['OwnConsentsView'];
type Use = Schemas['UseView'];

const consentsQuery = pagesOf(['own-consents'], (page) =>
  unwrap(api.GET('/api/v1/own-consents', { params: { query: page } })),
);

const NAMES: Record<Use['use'], string> = {
  showcase: 'Showcase',
  marketing: 'Marketing',
  training: 'Training',
  press: 'Press',
};

function UseRow({ workId, use }: { workId: string; use: Use }) {
  const queries = useQueryClient();
  // What is agreed to is the price on the screen, not the one of the moment.
  const act = useMutation({
    mutationFn: (price: number | null) => {
      const path = { id: workId, use: use.use };
      return price === null
        ? unwrap(api.DELETE('/api/v1/works/{id}/consents/{use}', { params: { path } }))
        : unwrap(api.PUT('/api/v1/works/{id}/consents/{use}', { params: { path }, body: { price } }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['own-consents'] }),
  });
  const { price, agreedPrice, agreedAt, licences } = use;
  const name = NAMES[use.use];
  return (
    <Stack gap={4} role="group" aria-label={name}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <Text fw={600}>
            {name}
            {price !== null && `, ${formatMoney(price)} for each use`}
          </Text>
          <Text size="sm" c="dimmed">
            It may be {use.says}.{price === null && ' The rate card has no price for it, so nobody may ask.'}
          </Text>
          {agreedPrice !== null && agreedAt !== null && (
            <Text size="sm">
              You agreed to {formatMoney(agreedPrice)} or more <When at={agreedAt} />.
            </Text>
          )}
        </div>
        {agreedAt === null ? (
          price !== null && (
            <Button variant="light" loading={act.isPending} onClick={() => act.mutate(price.amount)}>
              Agree to {name.toLowerCase()}
            </Button>
          )
        ) : (
          <Button variant="default" loading={act.isPending} onClick={() => act.mutate(null)}>
            Take {name.toLowerCase()} back
          </Button>
        )}
      </Group>
      {licences.map((licence) => (
        <Text key={licence.id} size="sm">
          “{licence.purpose}”: {licence.isRunning ? 'runs until' : 'ended'}{' '}
          <When at={licence.endedAt ?? licence.endsAt} />
        </Text>
      ))}
      {act.isError && <ProblemNote error={act.error} />}
    </Stack>
  );
}

function WorkUses({ work }: { work: Uses }) {
  return (
    <Paper withBorder p="md" component="article" aria-label={work.title}>
      <Stack>
        <Title order={2} size="h4">
          {work.title}
        </Title>
        {!work.isPublic && (
          <Text size="sm">It is not in public: nothing is asked of it until it is again.</Text>
        )}
        {work.uses.map((use) => (
          <UseRow key={use.use} workId={work.workId} use={use} />
        ))}
      </Stack>
    </Paper>
  );
}

/** What one's own works may be used for beyond the gallery: each use agreed to by itself, at its price, until taken back. */
export function ConsentsPage() {
  const works = useInfiniteQuery(consentsQuery);
  return (
    <>
      <PageHeader
        title="Uses of my works"
        lead="Nothing here is agreed to unless you say so. Taking it back ends running uses at once; what they earned stays yours."
      />
      <PagedView
        query={works}
        empty={
          <EmptyState
            title="No works yet"
            action={
              <Button variant="light" renderRoot={(props) => <Link to="/studio/submissions" {...props} />}>
                Offer a clip
              </Button>
            }
          >
            Uses are agreed to for works that are public.
          </EmptyState>
        }
      >
        {(items) => (
          <Stack maw={900}>
            {items.map((work) => (
              <WorkUses key={work.workId} work={work} />
            ))}
          </Stack>
        )}
      </PagedView>
    </>
  );
}
