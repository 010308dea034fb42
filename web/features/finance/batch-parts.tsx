import {
  Button,
  Code,
  CopyButton,
  Group,
  Paper,
  Progress,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { Money, When } from '../../ui/amounts';
import type { BatchDetail, Payout } from './use-finance';

const WHY_BLOCKED: Record<BatchDetail['blocked'][number]['reason'], string> = {
  own_money: 'drafted this batch, and nobody drafts a payment to themselves',
  nothing_left: 'nothing is left after corrections',
  payable_short: 'the ledger owes less than the earnings say',
  below_minimum: 'is owed less than the least amount of this way of paying; it goes into a later batch',
  other_rail: 'is paid another way; draft a batch for that one',
  no_recipient: 'has not said yet where the money goes',
  recipient_not_ready: 'has steps left to do before they can be paid',
  tax_form: 'has to hand in a tax form first',
  left_out: 'was taken out of the draft',
};

const ENDED: readonly Payout['state'][] = ['paid', 'failed', 'returned', 'canceled'];

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="div" size="lg">
        {children}
      </Text>
    </Paper>
  );
}

/** Totals, people and hash: what an approver looks at. */
export function BatchFacts({ batch, programName }: { batch: BatchDetail; programName: string }) {
  return (
    <Stack>
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        <Figure label="Total">
          <Money value={batch.total} />
        </Figure>
        <Figure label="Payouts">{batch.count}</Figure>
        <Figure label="Left out">{batch.blockedCount}</Figure>
        <Figure label="Programme">{programName}</Figure>
      </SimpleGrid>
      <Text size="sm">
        Drafted by <b>{batch.draftedBy.name}</b> <When at={batch.createdAt} />.{' '}
        {batch.approvedBy.length === 0 ? (
          batch.state === 'draft' &&
          `Needs ${batch.approvalsNeeded} ${batch.approvalsNeeded === 1 ? 'approval' : 'approvals'} by other people.`
        ) : (
          <>
            Approved by <b>{batch.approvedBy.map(({ name }) => name).join(', ')}</b> (
            {batch.approvedBy.length} of {batch.approvalsNeeded}).
          </>
        )}
      </Text>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          Content hash
        </Text>
        <Code style={{ overflowWrap: 'anywhere' }}>{batch.hash}</Code>
        <CopyButton value={batch.hash}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}

/** How many payouts have an outcome, while the batch is on its way. */
export function BatchProgress({ batch }: { batch: BatchDetail }) {
  if (!['approved', 'sending', 'paused'].includes(batch.state)) return null;
  const count = (states: readonly Payout['state'][]): number =>
    batch.states.reduce((sum, line) => sum + (states.includes(line.state) ? line.count : 0), 0);
  const [ended, transit] = [count(ENDED), count(['in_transit'])];
  const text = `${ended} of ${batch.count} have an outcome, ${transit} are in transit.`;
  return (
    <Paper withBorder p="md">
      <Progress.Root size="lg">
        <Progress.Section value={(ended / batch.count) * 100} color="green" aria-label="Ended" />
        <Progress.Section
          value={(transit / batch.count) * 100}
          color="blue"
          animated
          aria-label="In transit"
        />
      </Progress.Root>
      <Text size="sm" mt="xs" aria-live="polite">
        {text}
      </Text>
      {batch.state === 'paused' && (
        <Text size="sm" mt="xs">
          Paused: {batch.pauseReason ?? 'by a person'}. Nothing more is sent until somebody lets it go on.
        </Text>
      )}
    </Paper>
  );
}

/** So many are read one by one; more are summed by reason first. */
const FEW = 10;

/** Everybody who is not paid now, by name with the largest amounts first. */
export function BlockedPayees({ batch }: { batch: BatchDetail }) {
  if (batch.blockedCount === 0) return null;
  const more = batch.blockedCount - batch.blocked.length;
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        Left out
      </Title>
      <Stack gap={2} mb="sm">
        {(batch.blockedCount > FEW ? batch.blockedBy : []).map(({ reason, count, amount }) => (
          <Text key={reason} size="sm">
            <b className="figures">{count}</b> with <Money value={amount} />: {WHY_BLOCKED[reason]}.
          </Text>
        ))}
      </Stack>
      <Table aria-label="Who is left out">
        <Table.Tbody>
          {batch.blocked.map(({ personId, name, amount, reason }) => (
            <Table.Tr key={personId}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{WHY_BLOCKED[reason]}</Table.Td>
              <Table.Td ta="right">
                <Money value={amount} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {more > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {more} more with smaller amounts.
        </Text>
      )}
    </section>
  );
}
