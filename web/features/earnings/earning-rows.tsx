import { Anchor, Table, Text } from '@mantine/core';
import { Money, When } from '../../ui/amounts';
import { StateBadge } from '../../ui/state-badge';
import type { Earning } from './use-earnings';

/** Earnings of everybody, each with its cause, who it is owed to and by when. */
export function EarningRows({
  items,
  onOpen,
  onPerson,
}: {
  items: readonly Earning[];
  onOpen: (id: string) => void;
  onPerson: (id: string) => void;
}) {
  return (
    <Table.ScrollContainer
      minWidth={760}
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: 'group', 'aria-label': 'Earnings, scrolls sideways' },
      }}
    >
      <Table aria-label="Earnings" verticalSpacing="sm" stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">For</Table.Th>
            <Table.Th scope="col">Artist</Table.Th>
            <Table.Th scope="col">State</Table.Th>
            <Table.Th scope="col">Promised by</Table.Th>
            <Table.Th scope="col" ta="right">
              Amount
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((earning) => (
            <Table.Tr key={earning.id}>
              <Table.Td>
                <Anchor component="button" type="button" inherit ta="left" onClick={() => onOpen(earning.id)}>
                  {earning.because}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {earning.programName}, {earning.category}
                </Text>
              </Table.Td>
              <Table.Td>
                <Anchor component="button" type="button" inherit onClick={() => onPerson(earning.personId)}>
                  {earning.personName}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <StateBadge state={earning.state} />
              </Table.Td>
              <Table.Td>
                <When at={earning.payBy} />
                {earning.daysLate > 0 && <Text size="xs">{earning.daysLate} days late</Text>}
              </Table.Td>
              <Table.Td ta="right">
                <Money value={earning.amount} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
