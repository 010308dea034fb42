import { List, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Money } from '../../ui/amounts';
import { QueryView } from '../../ui/query-view';
import { taxRulesQuery } from './use-tax';

/** From which sums on a form counts, with where each line is from. */
export function TaxRules() {
  return (
    <QueryView query={useQuery(taxRulesQuery)} rows={1}>
      {({ thresholds, notes }) => (
        <Stack>
          <Table.ScrollContainer minWidth={560}>
            <Table aria-label="Thresholds" verticalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">Report</Table.Th>
                  <Table.Th scope="col">For</Table.Th>
                  <Table.Th scope="col">Years</Table.Th>
                  <Table.Th scope="col" ta="right">
                    From
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {thresholds.map((line) => (
                  <Table.Tr key={line.report + line.category + line.fromYear}>
                    <Table.Td>{line.report}</Table.Td>
                    <Table.Td>
                      {line.category}
                      <Text size="xs" c="dimmed">
                        {line.source}
                      </Text>
                    </Table.Td>
                    <Table.Td className="figures">
                      {line.untilYear === null ? `from ${line.fromYear}` : `until ${line.untilYear}`}
                    </Table.Td>
                    <Table.Td ta="right">
                      <Money value={line.amount} />
                      <Text size="xs" c="dimmed">
                        {line.isInclusive ? 'exactly this counts' : 'only more counts'}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <List size="sm">
            {notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
        </Stack>
      )}
    </QueryView>
  );
}
