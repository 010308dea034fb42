import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';

const queryOf = (programId: string) => ({
  queryKey: ['credit-line', programId],
  queryFn: () => unwrap(api.GET('/api/v1/provenance/credit-line', { params: { query: { programId } } })),
});

function Form({ programId, line }: { programId: string; line: Schemas['CreditLineView'] }) {
  const [name, setName] = useState(line.name ?? '');
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (next: string | null) =>
      unwrap(api.PUT('/api/v1/provenance/credit-line', { body: { programId, name: next } })),
    onSuccess: (saved) => {
      setName(saved.name ?? '');
      queries.setQueryData(queryOf(programId).queryKey, saved);
    },
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="credit-title">
      <Stack gap="xs">
        <Title order={2} size="h4" id="credit-title">
          Your name in the files
        </Title>
        <Text size="sm">
          {line.name === null
            ? 'The signed record of your clips does not name you. You may be named in clips to come.'
            : `The signed record of clips to come names you as ${line.name}. Clips that exist stay as they are.`}
        </Text>
        {save.isError && <ProblemNote error={save.error} />}
        <TextInput
          label="Name as it is to stand there"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group>
          <Button
            variant="light"
            loading={save.isPending}
            disabled={name.trim() === '' || name.trim() === line.name}
            onClick={() => save.mutate(name.trim())}
          >
            Name me
          </Button>
          {line.name !== null && (
            <Button variant="subtle" color="gray" onClick={() => save.mutate(null)}>
              Do not name me
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

/** Nothing where the programme names nobody. */
export function CreditLine({ programId }: { programId: string }) {
  const { data } = useQuery(queryOf(programId));
  return data?.isOffered === true ? <Form programId={programId} line={data} /> : null;
}
