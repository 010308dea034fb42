import { Anchor, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Money } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { callsQuery, dayOf, type Call } from './use-grants';

function CallCard({ call }: { call: Call }) {
  return (
    <Card
      withBorder
      padding="lg"
      renderRoot={(props) => <Link to="/calls/$callId" params={{ callId: call.id }} {...props} />}
    >
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {call.title}
          </Title>
          <StateBadge state={call.state} />
        </Group>
        <Text size="sm">
          <Money value={call.budget} /> {call.state === 'draft' ? 'planned' : 'held for it'}
        </Text>
        <Text size="sm" c="dimmed">
          {call.state === 'decided' && call.decidedAt !== null
            ? `Decided on ${dayOf(call.decidedAt)}${call.daysLate > 0 ? `, ${call.daysLate} days late` : ''}`
            : `Hand in by ${dayOf(call.closesAt)}; answer by ${dayOf(call.decidesAt)}`}
        </Text>
      </Stack>
    </Card>
  );
}

/** Calls for grants, public. */
export function CallsPage() {
  const calls = useInfiniteQuery(callsQuery);
  return (
    <>
      <PageHeader
        title="Calls for grants"
        lead="The money is held before a call opens, the criteria say what each score means, reviewers do not know who applied, and everybody gets reasons by a promised date."
      />
      <Text size="sm" mb="md">
        <Anchor href="/api/v1/calls/feed.json">Feed of open calls</Anchor> for a reader of feeds (JSON Feed).
      </Text>
      <PagedView
        query={calls}
        empty={
          <EmptyState title="No call yet">
            When a call opens, its budget, criteria and dates stand here before anybody can apply.
          </EmptyState>
        }
      >
        {(items) => (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            {items.map((call) => (
              <CallCard key={call.id} call={call} />
            ))}
          </SimpleGrid>
        )}
      </PagedView>
    </>
  );
}
