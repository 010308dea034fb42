import { Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { programChoicesQuery } from '../../api/programs';
import { EmptyState } from '../../ui/empty-state';
import { QueryView } from '../../ui/query-view';
import { oneOf, useFilters } from '../../ui/use-filters';
import { figure } from './figures';
import { programCreditsQuery } from './use-credits';

type Sums = Schemas['CreditSumsView'];
type Row = keyof Sums;

/** In the order of a credit's life; the last three say where what is left stands. */
const LINES: readonly (readonly [Row, string])[] = [
  ['granted', 'Granted by the plan'],
  ['toppedUp', 'Extra credits'],
  ['goodwill', 'Given back for unusable or late clips'],
  ['madeGood', 'Made good after a pause'],
  ['expired', 'Expired with a window'],
  ['spent', 'Spent on finished clips'],
  ['balance', 'There now'],
  ['held', 'of which held for clips under way'],
  ['available', 'of which free'],
];
const LOSSES = new Set<Row>(['expired', 'spent']);

const text = (sums: Sums, name: Row): string =>
  `${LOSSES.has(name) && sums[name] > 0 ? '−' : ''}${figure(sums[name])}`;

function SumsTable({ own, pool }: Schemas['ProgramCreditsView']) {
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table aria-label="Credits of the programme">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Credits</Table.Th>
            <Table.Th ta="right">Artists’ own</Table.Th>
            {pool !== null && <Table.Th ta="right">Shared pool</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {LINES.map(([name, words]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={name === 'balance' ? 600 : 400}>
                {words}
              </Table.Th>
              <Table.Td ta="right" className="figures">
                {text(own, name)}
              </Table.Td>
              {pool !== null && (
                <Table.Td ta="right" className="figures">
                  {text(pool, name)}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Picture({ programId }: { programId: string }) {
  return (
    <QueryView query={useQuery(programCreditsQuery(programId))}>
      {(credits) => (
        <Stack gap="xs">
          <SumsTable {...credits} />
          <Text size="sm" c="dimmed">
            Of {figure(credits.artists)} {credits.artists === 1 ? 'artist' : 'artists'} so far
            {credits.pool === null && '; this programme shares no pool'}.
          </Text>
        </Stack>
      )}
    </QueryView>
  );
}

/** What became of all credits of one programme. The programme is in the address. */
export function ProgramCredits() {
  const [filters, change] = useFilters(['programme']);
  return (
    <QueryView query={useQuery(programChoicesQuery)} rows={2}>
      {(programs) => {
        const ids = programs.map(({ id }) => id);
        const chosen = oneOf(ids, filters.programme) ?? ids[0];
        if (chosen === undefined) {
          return (
            <EmptyState title="There is no programme yet">Credits come with a programme’s plan.</EmptyState>
          );
        }
        return (
          <Stack>
            <Select
              label="Programme"
              data={programs.map(({ id, name }) => ({ value: id, label: name }))}
              value={chosen}
              allowDeselect={false}
              maw={360}
              onChange={(programme) => change({ programme })}
            />
            <Picture programId={chosen} />
          </Stack>
        );
      }}
    </QueryView>
  );
}
