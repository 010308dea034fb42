import { Button, Checkbox, Group, Select, Stack, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { useFilters } from '../../ui/use-filters';
import type { Program } from './use-manage';
import { useAdmit, type Cohort, type Enrollment } from './use-plan';

/** Who is in which cohort, and admitting several together. */
export function Members({
  program,
  cohorts,
  members,
}: {
  program: Program;
  cohorts: readonly Cohort[];
  members: readonly Enrollment[];
}) {
  const [{ cohort: shown }, change] = useFilters(['cohort'] as const);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [target, setTarget] = useState(cohorts[0]?.id ?? '');
  const admit = useAdmit(program.id, target, () => {
    notifications.show({ message: 'Admitted together.' });
    setChosen([]);
  });
  const rows = members.filter((one) => shown === undefined || (one.cohortId ?? 'none') === shown);
  const names = new Map(cohorts.map(({ id, name }) => [id, name]));
  const options = cohorts.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack>
      <Group align="flex-end">
        <Select
          label="Show"
          placeholder="Everybody"
          clearable
          data={[...options, { value: 'none', label: 'Without a cohort' }]}
          value={shown ?? null}
          onChange={(value) => change({ cohort: value })}
        />
        <Select
          label="Admit to"
          allowDeselect={false}
          data={options}
          value={target}
          onChange={(value) => setTarget(value ?? '')}
        />
        <Button
          disabled={chosen.length === 0 || target === ''}
          loading={admit.isPending}
          onClick={() => admit.mutate([...chosen])}
        >
          Admit {chosen.length} together
        </Button>
      </Group>
      {admit.isError && <ProblemNote error={admit.error} />}
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Artist</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Cohort</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>
                <Checkbox
                  label={one.personName}
                  disabled={['offboarding', 'alumni'].includes(one.state)}
                  checked={chosen.includes(one.id)}
                  onChange={(event) =>
                    setChosen(
                      event.currentTarget.checked
                        ? [...chosen, one.id]
                        : chosen.filter((id) => id !== one.id),
                    )
                  }
                />
              </Table.Td>
              <Table.Td>
                <StateBadge state={one.state} />
              </Table.Td>
              <Table.Td>{names.get(one.cohortId ?? '') ?? '—'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
