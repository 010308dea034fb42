import { Button, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session';
import { EmptyState } from '../../ui/empty-state';
import { PagedView } from '../../ui/paged-view';
import { isFigure, ReadingCell } from './reading-cell';
import { RowDrawer } from './row-drawer';
import { rowsQuery, type Filters, type Reading, type Row } from './use-readings';

/** Rows of a reading, page by page. What is left out here is in its files. */
export function ReadingTable({
  reading,
  filters,
  onClear,
}: {
  reading: Reading;
  filters: Filters;
  onClear: () => void;
}) {
  const rows = useInfiniteQuery(rowsQuery(reading.key, filters));
  const [opened, setOpened] = useState<Row | null>(null);
  const mayAudit = useSession()?.permissions.includes('audit.read') === true;
  const columns = reading.columns.filter(({ isQuiet }) => !isQuiet);
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <PagedView
      query={rows}
      empty={
        <EmptyState
          title={isFiltered ? `No ${reading.rows} fit these filters` : `No ${reading.rows} yet`}
          action={
            isFiltered && (
              <Button variant="light" onClick={onClear}>
                Show all
              </Button>
            )
          }
        >
          {reading.question}
        </EmptyState>
      }
    >
      {(items) => (
        <Table.ScrollContainer minWidth={720}>
          <Table verticalSpacing="xs" highlightOnHover aria-label={reading.title}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column.key} ta={isFigure(column) ? 'right' : 'left'}>
                    {column.title}
                  </Table.Th>
                ))}
                <Table.Th>Whole row</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((row, index) => (
                // Rows have no id of their own that all readings share; the list only grows.
                <Table.Tr key={index}>
                  {columns.map((column) => (
                    <Table.Td key={column.key} ta={isFigure(column) ? 'right' : 'left'}>
                      <ReadingCell column={column} row={row} />
                    </Table.Td>
                  ))}
                  <Table.Td>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Open row ${index + 1}`}
                      onClick={() => setOpened(row)}
                    >
                      Open
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <RowDrawer reading={reading} row={opened} mayAudit={mayAudit} onClose={() => setOpened(null)} />
        </Table.ScrollContainer>
      )}
    </PagedView>
  );
}
