import { Anchor, Button, Code, Drawer, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Money, When } from '../../ui/amounts';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { Reversals } from './reversals';
import { RetryDialog } from './retry-dialog';
import { SandboxActions } from './sandbox-actions';
import { earningsQuery, payoutQuery, usePrograms, type PayoutDetail } from './use-finance';

function Earnings({ payout }: { payout: PayoutDetail }) {
  const earnings = useQuery(earningsQuery(payout.person.id, payout.programId));
  return (
    <section>
      <Title order={3} size="h5">
        Earnings
      </Title>
      <QueryView query={earnings} rows={1}>
        {({ items }) => {
          const own = items.filter(({ id }) => payout.earningIds.includes(id));
          return (
            <>
              <Table verticalSpacing={6}>
                <Table.Tbody>
                  {own.map((earning) => (
                    <Table.Tr key={earning.id}>
                      <Table.Td>
                        {earning.rateItem ?? earning.causeType}
                        <Text size="xs" c="dimmed">
                          earned <When at={earning.earnedAt} /> for <Code>{earning.causeId}</Code>
                          {earning.rateCardVersion !== null && `, rate card ${earning.rateCardVersion}`}
                        </Text>
                      </Table.Td>
                      <Table.Td ta="right">
                        <Money value={earning.amount} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
              {own.length < payout.earningIds.length && (
                <Text size="xs" c="dimmed">
                  {payout.earningIds.length - own.length} older earnings of this payout are not shown here.
                </Text>
              )}
            </>
          );
        }}
      </QueryView>
    </section>
  );
}

function Postings({ payout }: { payout: PayoutDetail }) {
  return (
    <section>
      <Title order={3} size="h5">
        Ledger
      </Title>
      {payout.postings.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing is posted before it is sent.
        </Text>
      )}
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {payout.postings.map((posting) => (
            <Table.Tr key={`${posting.reference} ${posting.account} ${posting.amount.amount}`}>
              <Table.Td>
                {posting.kind}
                <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  <When at={posting.at} />, {posting.account}, entry <Code>{posting.reference}</Code>
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <Money value={posting.amount} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Attempts({ payout }: { payout: PayoutDetail }) {
  return (
    <section>
      <Title order={3} size="h5">
        Attempts
      </Title>
      {payout.attempts.length === 0 && (
        <Text size="sm" c="dimmed">
          The rail was not asked yet.
        </Text>
      )}
      {payout.attempts.map((attempt) => (
        <Text key={attempt.number} size="sm">
          {attempt.number}. <When at={attempt.startedAt} />: {attempt.outcome ?? 'not known yet'}
          {attempt.reason !== null && ` (${attempt.reason})`}, reference <Code>{attempt.reference}</Code>
        </Text>
      ))}
    </section>
  );
}

function Detail({ payout }: { payout: PayoutDetail }) {
  const { nameOf } = usePrograms();
  const [isRetrying, setRetrying] = useState(false);
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Text component="div" size="xl">
          <Money value={payout.amount} />
        </Text>
        <StateBadge state={payout.state} />
      </Group>
      <Text size="sm">
        To <b>{payout.person.name}</b> from {nameOf(payout.programId)}, in{' '}
        <Anchor
          inherit
          renderRoot={(props) => (
            <Link to="/finance/batches/$batchId" params={{ batchId: payout.batchId }} {...props} />
          )}
        >
          this batch
        </Anchor>
        , drafted <When at={payout.createdAt} />
        {payout.paidAt !== null && (
          <>
            , arrived <When at={payout.paidAt} />
          </>
        )}
        .
      </Text>
      {payout.reason !== null && <Text size="sm">Reason: {payout.reason}</Text>}
      {payout.available.includes('retry') && (
        <Button onClick={() => setRetrying(true)}>Ask the rail again</Button>
      )}
      <Reversals payout={payout} />
      <Earnings payout={payout} />
      <Postings payout={payout} />
      <Attempts payout={payout} />
      {payout.rail === 'sandbox' && <SandboxActions payoutId={payout.id} />}
      {isRetrying && <RetryDialog payout={payout} onClose={() => setRetrying(false)} />}
    </Stack>
  );
}

/** A payout opened beside the register: each figure down to what caused it. */
export function PayoutDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const payout = useQuery({ ...payoutQuery(id ?? ''), enabled: id !== null, refetchInterval: 3_000 });
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={`Payout ${id?.slice(-8) ?? ''}`}
    >
      <QueryView query={payout}>{(found) => <Detail payout={found} />}</QueryView>
    </Drawer>
  );
}
