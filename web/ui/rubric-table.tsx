import { Table } from '@mantine/core';
import type { Schemas } from '../api/client';

/** What each score means, and how much it weighs. */
export function RubricTable({ rubric }: { rubric: readonly Schemas['CriterionShape'][] }) {
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table>
        <Table.Caption>What each score means; the weights sum to 100.</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Criterion</Table.Th>
            <Table.Th>Weight</Table.Th>
            {[1, 2, 3, 4, 5].map((score) => (
              <Table.Th key={score}>{score}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rubric.map(({ key, title, weight, anchors }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">{title}</Table.Th>
              <Table.Td className="figures">{weight} %</Table.Td>
              {anchors.map((anchor, index) => (
                <Table.Td key={index}>{anchor}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
