import { Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PagedView } from '../../ui/paged-view';
import { licencesQuery, type Licence } from './use-showcase';

function standing({ isRunning, endedAt }: Licence): string {
  if (isRunning) return 'running';
  return endedAt === null ? 'over' : 'ended by its artist: use it no more';
}

/** Every licence that was granted, newest first. */
export function LicencesTable({ programId }: { programId: string }) {
  const licences = useInfiniteQuery(licencesQuery(programId));
  return (
    <PagedView
      query={licences}
      empty={
        <EmptyState title="No licence yet">Slots of the showcase and single uses stand here.</EmptyState>
      }
    >
      {(items) => (
        <Table.ScrollContainer minWidth={640}>
          <Table aria-label="Licences">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Work</Table.Th>
                <Table.Th scope="col">Use</Table.Th>
                <Table.Th scope="col">Granted</Table.Th>
                <Table.Th scope="col">Until</Table.Th>
                <Table.Th scope="col">Standing</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((licence) => (
                <Table.Tr key={licence.id}>
                  <Table.Td>
                    {licence.title}
                    <Text size="xs" c="dimmed">
                      {licence.credit}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {licence.use}
                    <Text size="xs" c="dimmed">
                      {licence.purpose}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <When at={licence.grantedAt} />
                  </Table.Td>
                  <Table.Td>
                    <When at={licence.endsAt} />
                  </Table.Td>
                  <Table.Td>{standing(licence)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </PagedView>
  );
}
