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
  'clip.unusable': 'Evidence of a clip that was not usable',
  'task.minimum': 'A task, at least',
  'showcase.licence': 'Licence for showing a work in the showcase',
  'appearance.event': 'An appearance at an event',
  'goodwill.fault': 'Making good for a fault of the programme',
};

/** Known items in their own order, then what else there is. */
const place = (item: string): number => {
  const index = Object.keys(ITEMS).indexOf(item);
  return index === -1 ? Infinity : index;
};

/** What the programme pays, item by item. */
export function RateCard({ card }: { card: Schemas['RateCardVersionView'] }) {
  return (
    <Table maw={640}>
      <Table.Caption ta="left">
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
        {Object.entries(card.items)
          .toSorted(([one], [other]) => place(one) - place(other))
          .map(([item, amount]) => (
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
