import { Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { scorersQuery, useSelectionAct, type Selection } from './use-selection';

function AddPanelist({ programId, known }: { programId: string; known: readonly string[] }) {
  const [personId, setPersonId] = useState<string | null>(null);
  const [team, setTeam] = useState('');
  const people = useQuery(scorersQuery).data ?? [];
  const add = useSelectionAct(
    (body: { personId: string; team: string }, headers) =>
      unwrap(
        api.POST('/api/v1/programs/{id}/selection/panel', {
          params: { path: { id: programId } },
          headers,
          body,
        }),
      ),
    () => {
      setPersonId(null);
      setTeam('');
    },
  );
  return (
    <>
      {add.isError && <ProblemNote error={add.error} />}
      <Group align="flex-end">
        <Select
          label="Add to the panel"
          searchable
          data={people
            .filter(({ id }) => !known.includes(id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={personId}
          onChange={setPersonId}
        />
        <TextInput
          label="Their studio, company or school"
          maxLength={160}
          value={team}
          onChange={(event) => setTeam(event.currentTarget.value)}
        />
        <Button
          variant="light"
          disabled={personId === null}
          loading={add.isPending}
          onClick={() => personId !== null && add.mutate({ personId, team })}
        >
          Add
        </Button>
      </Group>
    </>
  );
}

/** Who scores, how much they have to do, and taking off who was not asked yet. */
export function PanelTable({ programId, panel }: { programId: string; panel: Selection['panel'] }) {
  const remove = useSelectionAct((personId: string, headers) =>
    unwrap(
      api.DELETE('/api/v1/programs/{id}/selection/panel/{personId}', {
        params: { path: { id: programId, personId } },
        headers,
      }),
    ),
  );
  return (
    <Stack gap="xs">
      {remove.isError && <ProblemNote error={remove.error} />}
      {panel.length === 0 ? (
        <Text c="dimmed">Nobody is on the panel yet: add two people at least.</Text>
      ) : (
        <Table.ScrollContainer minWidth={560}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {['Reviewer', 'Team', 'To do', 'Done', 'Recused', 'Panel'].map((title) => (
                  <Table.Th key={title}>{title}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {panel.map((one) => (
                <Table.Tr key={one.personId}>
                  <Table.Td>{one.name}</Table.Td>
                  <Table.Td>{one.team === '' ? '–' : one.team}</Table.Td>
                  <Table.Td className="figures">{one.assigned}</Table.Td>
                  <Table.Td className="figures">{one.completed}</Table.Td>
                  <Table.Td className="figures">{one.recused}</Table.Td>
                  <Table.Td>
                    {one.assigned + one.completed + one.recused === 0 && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="red"
                        loading={remove.isPending}
                        aria-label={`Take ${one.name} off`}
                        onClick={() => remove.mutate(one.personId)}
                      >
                        Take off
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <AddPanelist programId={programId} known={panel.map(({ personId }) => personId)} />
    </Stack>
  );
}
