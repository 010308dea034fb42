import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { poolsQuery } from '../../api/pools';
import { QueryView } from '../../ui/query-view';
import { figure, minutes } from './figures';

/** How full each pool of workers is, renewed while one looks. */
export function PoolTable() {
  return (
    <QueryView query={useQuery(poolsQuery)} rows={1}>
      {(items) => (
        <Table.ScrollContainer minWidth={560}>
          <Table aria-label="Pools of workers">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Pool</Table.Th>
                <Table.Th ta="right">Places</Table.Th>
                <Table.Th ta="right">Under way</Table.Th>
                <Table.Th ta="right">Wait for a place</Table.Th>
                <Table.Th ta="right">Over an artist’s own cap</Table.Th>
                <Table.Th ta="right">Artists waiting</Table.Th>
                <Table.Th ta="right">Work that waits</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((pool) => (
                <Table.Tr key={pool.id}>
                  <Table.Td>{pool.id}</Table.Td>
                  {[pool.places, pool.underWay, pool.queued, pool.throttled, pool.artistsWaiting].map(
                    (value, place) => (
                      <Table.Td key={place} ta="right" className="figures">
                        {figure(value)}
                      </Table.Td>
                    ),
                  )}
                  <Table.Td ta="right" className="figures">
                    {minutes(pool.waitingSeconds)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </QueryView>
  );
}
