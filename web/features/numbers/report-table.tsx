import { Paper, Stack, Table, Text, Title, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client';

type Cell = Schemas['ReportCellView'];

const count = (value: number): string => new Intl.NumberFormat('en').format(value);

/** A count, or the words that say why there is none. */
export function CellCount({ cell, smallest }: { cell: Cell; smallest: number }) {
  if (cell.count !== null) return <span className="figures">{count(cell.count)}</span>;
  return (
    <Tooltip
      label={`Fewer than ${smallest} people stand behind it, or it would give away a cell where that is so.`}
    >
      <Text span c="dimmed" size="sm" tabIndex={0}>
        hidden
      </Text>
    </Tooltip>
  );
}

export function ReportSection({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {lead}
          </Text>
        </div>
        {children}
      </Stack>
    </Paper>
  );
}

export interface Row {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names on the left, figures on the right. */
export function ReportTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  if (rows.length === 0) return <Text size="sm">Nothing so far.</Text>;
  return (
    <Table aria-label={caption}>
      <Table.Tbody>
        {rows.map(({ name, value }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400}>
              {name}
            </Table.Th>
            <Table.Td ta="right" className="figures">
              {value}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
