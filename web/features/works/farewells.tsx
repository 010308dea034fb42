import { Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { programChoicesQuery } from '../../api/programs';
import { ProblemNote } from '../../ui/problem-note';

type Farewell = Schemas['FarewellView'];

const CHOICES: readonly [Farewell['choice'], string][] = [
  ['keep_name', 'They stay public under my name.'],
  ['former_artist', 'They stay public, credited to “Former artist”.'],
  ['remove', 'They leave the gallery at once. I can list them again at any time.'],
];

function Choice({ farewell }: { farewell: Farewell }) {
  const queries = useQueryClient();
  const programs = useQuery(programChoicesQuery);
  const name = programs.data?.find(({ id }) => id === farewell.programId)?.name ?? 'the programme';
  const choose = useMutation({
    mutationFn: (choice: Farewell['choice']) =>
      unwrap(
        api.PUT('/api/v1/programs/{id}/own-farewell', {
          params: { path: { id: farewell.programId } },
          body: { choice },
        }),
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <Stack gap="xs">
      <Radio.Group
        label={farewell.hasLeft ? `You have left ${name}: your works` : `When I leave ${name}, my works`}
        value={farewell.choice}
        onChange={(choice) => choose.mutate(choice)}
      >
        <Stack gap="xs" mt="xs">
          {CHOICES.map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {choose.isError && <ProblemNote error={choose.error} />}
    </Stack>
  );
}

/** What becomes of one's works on leaving; asked before, changeable after. */
export function Farewells() {
  const farewells = useQuery({
    queryKey: ['farewells'],
    queryFn: () => unwrap(api.GET('/api/v1/own-farewells')),
  });
  if (farewells.data === undefined || farewells.data.items.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="farewell-title">
      <Stack>
        <Title order={2} size="h4" id="farewell-title">
          If you leave
        </Title>
        <Text size="sm">
          A signed record inside a file that was delivered keeps the name that it was signed with; where that
          matters, take the works out.
        </Text>
        {farewells.data.items.map((farewell) => (
          <Choice key={farewell.programId} farewell={farewell} />
        ))}
      </Stack>
    </Paper>
  );
}
