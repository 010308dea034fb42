import { Anchor, Button, Code, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { When, formatMoney } from '../../ui/amounts';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { exportQuery, useCancelExport, type ExportFile } from './use-readings';

const count = new Intl.NumberFormat('en');
const isMoney = (currency: string): boolean => /^[A-Z]{3}$/.test(currency);

function Totals({ file }: { file: ExportFile }) {
  if (file.totals.length === 0) return null;
  return (
    <Table maw={560} aria-label="Control totals">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Control total</Table.Th>
          <Table.Th ta="right">Rows</Table.Th>
          <Table.Th>Sums</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {file.totals.map(({ currency, rows, sums }) => (
          <Table.Tr key={currency}>
            <Table.Td>{currency}</Table.Td>
            <Table.Td ta="right" className="figures">
              {count.format(rows)}
            </Table.Td>
            <Table.Td className="figures">
              {Object.entries(sums)
                .map(([column, sum]) => {
                  const amount = { amount: Number(sum), currency: currency as Currency };
                  return `${column.replaceAll('_', ' ')} ${isMoney(currency) ? formatMoney(amount) : sum}`;
                })
                .join(', ')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type Currency = Parameters<typeof formatMoney>[0]['currency'];

function Written({ file }: { file: ExportFile }) {
  const isUnderWay = file.state === 'queued' || file.state === 'running';
  if (!isUnderWay) return <Text className="figures">{count.format(file.rowsDone)} rows written.</Text>;
  const share = file.rowsTotal === null ? 0 : (file.rowsDone / Math.max(1, file.rowsTotal)) * 100;
  return (
    <Stack gap={4} maw={560}>
      <Progress value={share} animated aria-label="Rows written" />
      <Text size="sm" aria-live="polite" className="figures">
        {file.rowsTotal === null
          ? 'Counting the rows…'
          : `${count.format(file.rowsDone)} of ${count.format(file.rowsTotal)} rows. You may leave; you are told when it is ready.`}
      </Text>
    </Stack>
  );
}

function FileView({ file }: { file: ExportFile }) {
  const cancel = useCancelExport(file.id);
  const filters = Object.entries(file.filters);
  const isReading = file.reading !== 'journal';
  return (
    <>
      <PageHeader
        title={`${file.reading}, ${file.format}`}
        lead={<StateBadge state={file.state} />}
        action={
          file.state === 'ready' && (
            <Button
              component="a"
              href={`/api/v1/exports/${file.id}/file`}
              download
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              Download
            </Button>
          )
        }
      />
      <Stack>
        {cancel.isError && <ProblemNote error={cancel.error} />}
        <Text size="sm">
          Asked for by {file.person} <When at={file.createdAt} />.{' '}
          {filters.length === 0
            ? 'Without filters.'
            : `Only ${filters.map(([key, value]) => `${key} ${value}`).join(', ')}.`}
        </Text>
        <Written file={file} />
        {file.reason !== null && <Text c="red">{file.reason}</Text>}
        <Totals file={file} />
        {file.sha256 !== null && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {count.format(file.bytes ?? 0)} bytes, sha-256 <Code>{file.sha256}</Code>
            {file.state === 'ready' && file.expiresAt !== null && (
              <>
                , there until <time dateTime={file.expiresAt}>{file.expiresAt.slice(0, 10)}</time>
              </>
            )}
          </Text>
        )}
        <Group>
          {file.available.includes('cancel') && (
            <Button variant="light" color="red" loading={cancel.isPending} onClick={() => cancel.mutate()}>
              Stop writing it
            </Button>
          )}
          {isReading && (
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link
                  to="/finance/readings"
                  search={() => ({ reading: file.reading, ...file.filters })}
                  {...props}
                >
                  The reading with these filters
                </Link>
              )}
            />
          )}
        </Group>
      </Stack>
    </>
  );
}

/** A file: how far it is, then its download and what it must add up to. */
export function ExportPage() {
  const { exportId = '' } = useParams({ strict: false });
  const file = useQuery(exportQuery(exportId));
  return <QueryView query={file}>{(found) => <FileView file={found} />}</QueryView>;
}
