import { Anchor, Button, Code, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Money } from '../../ui/amounts';
import { StateBadge } from '../../ui/state-badge';
import { LeaveOutDialog } from './leave-out-dialog';
import type { BatchDetail, Payout } from './use-finance';

/** Payees with what became of each; while it is a draft, each can be taken out. */
export function Payees({ batch }: { batch: BatchDetail }) {
  const [leaving, setLeaving] = useState<Payout | null>(null);
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        Who is paid
      </Title>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Artist</Table.Th>
              <Table.Th ta="right">Amount</Table.Th>
              <Table.Th ta="right">Earnings</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th>Reference</Table.Th>
              {batch.canLeaveOut && <Table.Th aria-label="Taking out" />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {batch.payouts.map((payout) => (
              <Table.Tr key={payout.id}>
                <Table.Td>
                  <Anchor
                    inherit
                    renderRoot={(props) => (
                      <Link to="/finance/payouts" search={{ payout: payout.id }} {...props} />
                    )}
                  >
                    {payout.person.name}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">
                  <Money value={payout.amount} />
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {payout.earnings}
                </Table.Td>
                <Table.Td>
                  <StateBadge state={payout.state} />
                  {payout.reason !== null && (
                    <Text size="xs" c="dimmed">
                      {payout.reason}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{payout.railRef === null ? '–' : <Code>{payout.railRef}</Code>}</Table.Td>
                {batch.canLeaveOut && (
                  <Table.Td ta="right">
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="red"
                      aria-label={`Take ${payout.person.name} out`}
                      onClick={() => setLeaving(payout)}
                    >
                      Take out
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">Sum</Table.Th>
              <Table.Td ta="right">
                <Money value={batch.total} />
              </Table.Td>
              <Table.Td colSpan={batch.canLeaveOut ? 4 : 3} />
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
      {batch.count > batch.payouts.length && (
        <Text size="sm" mt="xs">
          The first {batch.payouts.length} of {batch.count}.{' '}
          <Anchor
            inherit
            renderRoot={(props) => (
              <Link to="/finance/payouts" search={() => ({ batch: batch.id })} {...props} />
            )}
          >
            All of them
          </Anchor>
        </Text>
      )}
      {leaving !== null && <LeaveOutDialog payout={leaving} onClose={() => setLeaving(null)} />}
    </section>
  );
}
