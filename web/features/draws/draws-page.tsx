import { Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';

const KINDS: Record<Schemas['DrawView']['kind'], string> = {
  enrollment: 'Places in a programme',
  showcase: 'Slots of the showcase',
  grant_tie: 'A tie between applications for a grant',
  event: 'Seats at an event',
};

const drawsQuery = pagesOf(['draws'], (page) =>
  unwrap(api.GET('/api/v1/draws', { params: { query: page } })),
);

/** Every draw, public from its first step. */
export function DrawsPage() {
  const draws = useInfiniteQuery(drawsQuery);
  return (
    <>
      <PageHeader
        title="Draws"
        lead="Where there are more people than places and no reason to prefer one, a draw decides. The hash of its seed is published before the list, the seed after it: nobody can steer it, and anybody can recompute it."
      />
      <PagedView
        query={draws}
        empty={
          <EmptyState title="Nothing was drawn yet">
            A draw stands here from the moment its hash is published, long before anybody knows who has won.
          </EmptyState>
        }
      >
        {(items) => (
          <Table.ScrollContainer minWidth={560}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Draw</Table.Th>
                  <Table.Th>Decides</Table.Th>
                  <Table.Th>Places</Table.Th>
                  <Table.Th>Entries</Table.Th>
                  <Table.Th>Committed</Table.Th>
                  <Table.Th>State</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((draw) => (
                  <Table.Tr key={draw.id}>
                    <Table.Td>
                      <Link to="/draws/$drawId" params={{ drawId: draw.id }}>
                        {draw.title}
                      </Link>
                    </Table.Td>
                    <Table.Td>{KINDS[draw.kind]}</Table.Td>
                    <Table.Td className="figures">{draw.places}</Table.Td>
                    <Table.Td className="figures">
                      {draw.entries ?? <Text size="sm">still open</Text>}
                    </Table.Td>
                    <Table.Td>
                      <When at={draw.committedAt} />
                    </Table.Td>
                    <Table.Td>
                      <StateBadge state={draw.state} />
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
