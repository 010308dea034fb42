import { Table, Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { Money } from '../../ui/amounts';

const ITEMS: Record<string, string> = {
  'feedback.issue': 'Feedback: something does not work',
  'feedback.idea': 'Feedback: an idea',
  'feedback.praise': 'Feedback: what works well',
  'feedback.harm': 'Feedback: something that could hurt people',
  'feedback.rights': 'Feedback: a question of rights',
  'feedback.request': 'Feedback: a wish',
  'feedback.duplicate': 'Feedback that was reported before',
  'showcase.licence': 'Licence for showing a work in the showcase',
};

/** What the programme pays, item by item. */
export function RateCard({ card }: { card: Schemas['RateCardVersionView'] }) {
  return (
    <Table maw={640}>
      <Table.Caption>
        <Text size="sm" c="dimmed">
          Version {card.version}. What counts is the version in force on the day something was sent.
        </Text>
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">For</Table.Th>
          <Table.Th scope="col" ta="right">
            You get
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {Object.entries(card.items).map(([item, amount]) => (
          <Table.Tr key={item}>
            <Table.Td>{ITEMS[item] ?? item}</Table.Td>
            <Table.Td ta="right">
              <Money value={{ amount, currency: card.currency }} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
