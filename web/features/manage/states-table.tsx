import { Table, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../ui/query-view';
import type { Program } from './use-manage';
import { statesQuery } from './use-plan';

/** What each state of a programme allows; the present one stands out. */
export function StatesTable({ state: present }: { state: Program['state'] }) {
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        What each state allows
      </Title>
      <QueryView query={useQuery(statesQuery)}>
        {({ states, activities }) => (
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Activity</Table.Th>
                  {states.map(({ state }) => (
                    <Table.Th key={state} aria-current={state === present ? 'step' : undefined}>
                      {state === present ? `${state} (now)` : state}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {activities.map(({ activity, says }) => (
                  <Table.Tr key={activity}>
                    <Table.Td>{says}</Table.Td>
                    {states.map(({ state, allows }) => (
                      <Table.Td key={state}>
                        {allows.includes(activity) ? <IconCheck size={16} aria-label="yes" role="img" /> : ''}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </QueryView>
    </section>
  );
}
