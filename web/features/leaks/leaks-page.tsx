import { Alert, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';

/** Anybody who found a key reports it here; the answer is the same whatever it was. */
export function LeaksPage() {
  const [token, setToken] = useState('');
  const [where, setWhere] = useState('');
  const report = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/v1/leaks', { body: { token, ...(where === '' ? {} : { where }) } })),
    onSuccess: () => setToken(''),
  });
  return (
    <>
      <PageHeader
        title="Found a key?"
        lead="Paste it here and it is stopped at once. Nobody but its owner is affected, and they get a new one by one click."
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          report.mutate();
        }}
      >
        <Stack maw={560}>
          <PasswordInput
            label="The key"
            description="All of it, from atl_ on"
            maxLength={200}
            autoComplete="off"
            withAsterisk
            value={token}
            onChange={(event) => setToken(event.currentTarget.value)}
          />
          <TextInput
            label="Where you found it"
            description="An address or a few words; its owner reads this"
            maxLength={500}
            value={where}
            onChange={(event) => setWhere(event.currentTarget.value)}
          />
          {report.isError && <ProblemNote error={report.error} />}
          {report.data !== undefined && (
            <Alert color="green" variant="light" title="Received">
              {report.data.message}
            </Alert>
          )}
          <Group>
            <Button type="submit" loading={report.isPending} disabled={token.trim() === ''}>
              Report it
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}
