import { Anchor, Drawer, Stack, Table, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ReadingCell } from './reading-cell';
import type { Reading, Row } from './use-readings';

interface Way {
  readonly label: string;
  readonly to: string;
  readonly search: Record<string, string>;
}

const readings = (label: string, reading: string, filter: Record<string, string>): Way => ({
  label,
  to: '/finance/readings',
  search: { reading, ...filter },
});
const audit = (label: string, subject: string): Way => ({ label, to: '/manage/audit', search: { subject } });

/** From a row to what caused it and what followed: batch, payout, earnings, entries, the audit log. */
function waysOf(row: Row, mayAudit: boolean): Way[] {
  const idOf = (key: string): string | undefined => {
    const value = row[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const batch = idOf('batch_id') ?? idOf('group_id');
  const [payout, earning, call] = [idOf('payout_id'), idOf('earning_id'), idOf('call_id')];
  const [evidence, reference, seat] = [idOf('cause_id'), idOf('reference'), idOf('seat_id')];
  const ways = [
    batch && readings('Steps of its batch', 'approvals', { batchId: batch }),
    payout && readings('Earnings in its payout', 'earnings', { payoutId: payout }),
    payout && readings('Ledger entries of its payout', 'postings', { reference: `payout:${payout}` }),
    earning && readings('Ledger entries of this earning', 'postings', { reference: `earning:${earning}` }),
    payout && readings('Its payout against the rail', 'reconciliation', { payoutId: payout }),
    seat && readings('What it earned', 'earnings', { causeId: seat }),
    reference && readings('Ledger entry', 'postings', { reference }),
    call && readings('Tranches of this call', 'tranches', { callId: call }),
    mayAudit && evidence && audit('Audit log of the evidence', evidence),
    mayAudit && earning && audit('Audit log of this earning', earning),
    mayAudit && payout && audit('Audit log of its payout', payout),
    mayAudit && batch && audit('Audit log of its batch', batch),
  ];
  return ways.filter((way) => typeof way === 'object');
}

/** A whole row, also what the table leaves to files, and the ways on from it. */
export function RowDrawer({
  reading,
  row,
  mayAudit,
  onClose,
}: {
  reading: Reading;
  row: Row | null;
  mayAudit: boolean;
  onClose: () => void;
}) {
  return (
    <Drawer opened={row !== null} onClose={onClose} position="right" size="lg" title={reading.title}>
      {row !== null && (
        <Stack>
          <Table verticalSpacing={6} aria-label="The whole row">
            <Table.Tbody>
              {reading.columns
                .filter(({ type }) => type !== 'currency')
                .map((column) => (
                  <Table.Tr key={column.key}>
                    <Table.Th scope="row" fw={400} w="40%">
                      {column.title}
                    </Table.Th>
                    <Table.Td>
                      <ReadingCell column={column} row={row} />
                    </Table.Td>
                  </Table.Tr>
                ))}
            </Table.Tbody>
          </Table>
          <Title order={3} size="h5">
            From here
          </Title>
          <Stack gap={4} align="flex-start">
            {waysOf(row, mayAudit).map(({ label, to, search }) => (
              <Anchor
                key={label}
                size="sm"
                onClick={onClose}
                renderRoot={(props) => (
                  <Link to={to} search={() => search} {...props}>
                    {label}
                  </Link>
                )}
              />
            ))}
          </Stack>
        </Stack>
      )}
    </Drawer>
  );
}
