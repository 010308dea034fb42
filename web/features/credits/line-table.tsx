import { Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { poolsQuery } from '../../api/pools';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { QueryView } from '../../ui/query-view';
import { oneOf, useFilters } from '../../ui/use-filters';
import { figure, minutes } from './figures';
import { lineQuery } from './use-credits';

type Line = Schemas['LineView'];

const NUMBERS = ['Wait', 'Over own cap', 'Under way', 'Work that waits', 'Credits held', 'Weight'] as const;

function LineRow({ line }: { line: Line }) {
  const figures = [
    figure(line.queued),
    `${figure(line.throttled)} of ${figure(line.queueCap)}`,
    `${figure(line.underWay)} of ${figure(line.concurrency)}`,
    minutes(line.waitingSeconds),
    figure(line.credits),
    String(line.weight),
  ];
  return (
    <Table.Tr>
      <Table.Td>{line.personName}</Table.Td>
      <Table.Td>{line.pool}</Table.Td>
      <Table.Td>
        <When at={line.oldestAt} />
      </Table.Td>
      {figures.map((text, place) => (
        <Table.Td key={NUMBERS[place]} ta="right" className="figures">
          {text}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** How far programmes with a cap have used it up. */
function ProgramCaps({ programs }: { programs: readonly Schemas['LineProgramView'][] }) {
  return programs.map(({ programId, programName, underWay, concurrency }) => (
    <Text key={programId} size="sm" className="figures">
      {programName}: {figure(underWay)} of {figure(concurrency)} clips under way at once
      {underWay >= concurrency && ', as many as its quota plan allows. The others follow as these are done.'}
    </Text>
  ));
}

function Lines({ items, total, programs }: Schemas['LineListView']) {
  return (
    <Stack gap="xs">
      <ProgramCaps programs={programs} />
      <Table.ScrollContainer minWidth={760}>
        <Table aria-label="Artists who wait">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Artist</Table.Th>
              <Table.Th>Pool</Table.Th>
              <Table.Th>Oldest clip</Table.Th>
              {NUMBERS.map((name) => (
                <Table.Th key={name} ta="right">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((line) => (
              <LineRow key={`${line.pool} ${line.enrollmentId}`} line={line} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed">
        {total > items.length
          ? `The ${figure(items.length)} who have waited longest, of ${figure(total)}.`
          : 'Those who have waited longest come first; who is served next is decided by fair turns.'}
      </Text>
    </Stack>
  );
}

/** Who waits, by artist and pool, renewed while one looks. The pool is in the address. */
export function LineTable() {
  const [filters, change] = useFilters(['pool']);
  const { data: pools } = useQuery(poolsQuery);
  const names = (pools ?? []).map(({ id }) => id);
  const pool = pools === undefined ? filters.pool : oneOf(names, filters.pool);
  const query = useQuery(lineQuery(pool));
  return (
    <Stack>
      {(names.length > 1 || pool !== undefined) && (
        <Group>
          <Select
            label="Pool"
            placeholder="All pools"
            data={names}
            value={pool ?? null}
            clearable
            onChange={(value) => change({ pool: value })}
          />
        </Group>
      )}
      <QueryView query={query} rows={2}>
        {(list) =>
          list.items.length > 0 ? (
            <Lines {...list} />
          ) : (
            <EmptyState
              title="Nobody waits"
              action={
                pool !== undefined && (
                  <Button variant="light" onClick={() => change({ pool: null })}>
                    Show all pools
                  </Button>
                )
              }
            >
              Every clip that was asked for has a place.
            </EmptyState>
          )
        }
      </QueryView>
    </Stack>
  );
}
