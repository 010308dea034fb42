import { Button, Select, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { Money } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { KIND_NAMES, missingQuery, useRequestForm, type FormKind } from './use-tax';

type Line = Schemas['MissingFormView'];

function AskButton({
  line,
  kind,
  ask,
}: {
  line: Line;
  kind: FormKind;
  ask: ReturnType<typeof useRequestForm>;
}) {
  return (
    <Button
      variant="light"
      size="compact-sm"
      aria-label={`Ask ${line.personName} for ${KIND_NAMES[kind]}`}
      loading={ask.isPending}
      onClick={() => ask.mutate({ personId: line.personId, kind })}
    >
      Ask for {KIND_NAMES[kind]}
    </Button>
  );
}

/** Everybody whose money waits for a form, with the reason and the next step. */
export function Missing({
  program,
  options,
  onProgram,
}: {
  program: string | undefined;
  options: { value: string; label: string }[];
  onProgram: (program: string | null) => void;
}) {
  const missing = useQuery(missingQuery(program));
  const ask = useRequestForm(() => notifications.show({ message: 'Asked. The artist is told.' }));
  return (
    <Stack>
      <Select
        label="Programme"
        maw={320}
        placeholder="All"
        clearable
        data={options}
        value={program ?? null}
        onChange={onProgram}
      />
      {ask.isError && <ProblemNote error={ask.error} />}
      <QueryView query={missing}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Nobody waits">
              Everybody with something due can be paid, as far as tax is concerned. Programmes without tax
              rules ask for no form; set them under Programmes.
            </EmptyState>
          ) : (
            <Table.ScrollContainer minWidth={620}>
              <Table aria-label="Missing forms" verticalSpacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">Artist</Table.Th>
                    <Table.Th scope="col">Why</Table.Th>
                    <Table.Th scope="col" ta="right">
                      Waiting
                    </Table.Th>
                    <Table.Th scope="col">Next</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((line) => (
                    <Table.Tr key={line.programId + line.personId + line.amount.currency}>
                      <Table.Td>
                        {line.personName}
                        <Text size="xs" c="dimmed">
                          {options.find(({ value }) => value === line.programId)?.label}
                        </Text>
                      </Table.Td>
                      <Table.Td>{line.says}</Table.Td>
                      <Table.Td ta="right">
                        <Money value={line.amount} />
                      </Table.Td>
                      <Table.Td>
                        {line.kind !== null &&
                        (line.block === 'form_missing' || line.block === 'form_expired') ? (
                          <AskButton line={line} ask={ask} kind={line.kind} />
                        ) : (
                          <Text size="sm" c="dimmed">
                            {line.block === 'form_waiting' ? 'Look at it under Forms' : 'The artist’s turn'}
                          </Text>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </QueryView>
    </Stack>
  );
}
