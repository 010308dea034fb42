import { Button, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { useLinkToken } from '../../api/link-token';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';

function JoinForm({ token, invitation }: { token: string; invitation: Schemas['InvitationView'] }) {
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const join = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/invitations/join', { body: { token, name, password } })),
  });
  if (join.isSuccess) {
    return (
      <Stack>
        <Text role="status">Your account is ready. Sign in and set up your second factor.</Text>
        <Button component={Link} to="/sign-in">
          Sign in
        </Button>
      </Stack>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate();
      }}
    >
      <Stack>
        {join.isError && <ProblemNote error={join.error} />}
        <Text size="sm">
          You are to work in Atelier as <b>{invitation.roles.join(', ')}</b> and sign in with{' '}
          <b>{invitation.email}</b>.
        </Text>
        <TextInput
          label="Name"
          autoComplete="name"
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <input type="email" name="email" autoComplete="username" value={invitation.email} readOnly hidden />
        <PasswordInput
          label="Password"
          description="At least 12 characters. A short sentence is fine."
          autoComplete="new-password"
          required
          minLength={12}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={join.isPending}>
          Join
        </Button>
      </Stack>
    </form>
  );
}

function Invitation({ token }: { token: string }) {
  const invitation = useQuery({
    queryKey: ['invitation', token],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => unwrap(api.POST('/api/v1/invitations/look', { body: { token } })),
  });
  return (
    <QueryView query={invitation} rows={2}>
      {(data) => <JoinForm token={token} invitation={data} />}
    </QueryView>
  );
}

export function JoinPage() {
  const token = useLinkToken();
  return (
    <Stack maw={420} mx="auto" mt="xl">
      <PageHeader title="You are invited" />
      <Paper withBorder p="lg">
        {token === null ? (
          <Text>The link is not complete. Open it from the mail that was sent to you.</Text>
        ) : (
          <Invitation token={token} />
        )}
      </Paper>
    </Stack>
  );
}
