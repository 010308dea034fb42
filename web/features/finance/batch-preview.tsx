import { Alert, Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatMoney, When } from '../../ui/amounts';
import { QueryView } from '../../ui/query-view';
import { previewQuery, type Preview } from './use-changes';
import type { BatchDetail } from './use-finance';

function Group({ title, none, group }: { title: string; none: string; group: Preview['fresh'] }) {
  return (
    <Paper withBorder p="md" component="section">
      <Title order={3} size="h5" mb={4}>
        {title} ({group.count})
      </Title>
      {group.count === 0 && (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      )}
      {group.items.map(({ payoutId, person, amount, before }) => (
        <Text key={payoutId} size="sm">
          <b>{person.name}</b>{' '}
          <span className="figures">
            {before !== null && `${formatMoney(before)} → `}
            {formatMoney(amount)}
          </span>
        </Text>
      ))}
      {group.count > group.items.length && (
        <Text size="xs" c="dimmed">
          and {group.count - group.items.length} more
        </Text>
      )}
    </Paper>
  );
}

function Before({ preview }: { preview: Preview }) {
  const { before, change } = preview;
  if (before === null || change === null)
    return <Text size="sm">There was no run before: everything here is new.</Text>;
  const size = formatMoney({ ...change, amount: Math.abs(change.amount) });
  return (
    <Text size="sm">
      The{' '}
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => (
          <Link to="/finance/batches/$batchId" params={{ batchId: before.id }} {...props} />
        )}
      >
        run before
      </Anchor>{' '}
      (<When at={before.at} />) paid {formatMoney(before.total)} in {before.count}{' '}
      {before.count === 1 ? 'payout' : 'payouts'}; this one pays{' '}
      {change.amount === 0 ? 'as much' : `${size} ${change.amount > 0 ? 'more' : 'less'}`}.
    </Text>
  );
}

/** What an approver looks at before any list: the net effect in a sentence, and what is unusual. */
export function BatchPreview({ batch }: { batch: BatchDetail }) {
  const preview = useQuery(previewQuery(batch.id, batch.hash));
  return (
    <section aria-label="Preview">
      <QueryView query={preview} rows={2}>
        {(seen) => (
          <Stack gap="sm">
            {batch.state === 'draft' && (
              <Alert variant="light" color={seen.moved.count > 0 ? 'yellow' : 'blue'} title="Net effect">
                {seen.sentence}
              </Alert>
            )}
            <Before preview={seen} />
            <SimpleGrid cols={{ base: 1, md: 3 }}>
              <Group title="Paid for the first time" none="Everybody was paid before." group={seen.fresh} />
              <Group
                title="Changed bank details"
                none="All accounts are those of the last payment."
                group={seen.moved}
              />
              <Group
                title="Other amounts than last time"
                none="No amount differs from the run before."
                group={seen.changed}
              />
            </SimpleGrid>
          </Stack>
        )}
      </QueryView>
    </section>
  );
}
