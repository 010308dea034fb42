import { Anchor, Button, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { exportsQuery } from './use-readings';

const count = new Intl.NumberFormat('en');

/** Files that were asked for, newest first; each has a page of its own with its proof. */
export function ExportsPage() {
  const files = useInfiniteQuery(exportsQuery);
  return (
    <>
      <PageHeader
        title="Files"
        lead="What was written from the books: with rows, control totals and sha-256. A file is kept for 7 days, its line for ever."
      />
      <PagedView
        query={files}
        empty={
          <EmptyState
            title="No files yet"
            action={
              <Button
                variant="light"
                renderRoot={(props) => (
                  <Link to="/finance/readings" {...props}>
                    Choose a reading
                  </Link>
                )}
              />
            }
          >
            Choose a reading, filter it, and export everything that fits.
          </EmptyState>
        }
      >
        {(items) => (
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing="sm" aria-label="Files">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>File</Table.Th>
                  <Table.Th>Asked for</Table.Th>
                  <Table.Th>By</Table.Th>
                  <Table.Th ta="right">Rows</Table.Th>
                  <Table.Th>State</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((file) => (
                  <Table.Tr key={file.id}>
                    <Table.Td>
                      <Anchor
                        inherit
                        renderRoot={(props) => (
                          <Link to="/finance/exports/$exportId" params={{ exportId: file.id }} {...props}>
                            {file.reading}, {file.format}
                          </Link>
                        )}
                      />
                    </Table.Td>
                    <Table.Td>
                      <When at={file.createdAt} />
                    </Table.Td>
                    <Table.Td>{file.person}</Table.Td>
                    <Table.Td ta="right" className="figures">
                      {count.format(file.rowsDone)}
                    </Table.Td>
                    <Table.Td>
                      <StateBadge state={file.state} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </PagedView>
    </>
  );
}
