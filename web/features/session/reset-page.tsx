import { Anchor, Button, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { useLinkToken } from '../../api/link-token';
import { changeSession } from '../../api/session';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';

function AskForMail() {
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/account/reset', { body: { email } })),
  });
  if (ask.isSuccess) {
    return (
      <Text role="status">
        If there is an account with {email}, a mail with a link is on its way. The link works once, for one
        hour.
      </Text>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <Stack>
        {ask.isError && <ProblemNote error={ask.error} />}
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" loading={ask.isPending}>
          Send me a link
        </Button>
      </Stack>
    </form>
  );
}

function NewPassword({ token }: { token: string }) {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const reset = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/account/reset/confirm', { body: { token, password } })),
    onSuccess: () => changeSession(queries, null),
  });
  if (reset.isSuccess) {
    return (
      <Stack>
        <Text role="status">The new password is set and all your sessions have ended.</Text>
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
        reset.mutate();
      }}
    >
      <Stack>
        {reset.isError && <ProblemNote error={reset.error} />}
        <PasswordInput
          label="New password"
          description="At least 12 characters. A short sentence is fine."
          autoComplete="new-password"
          required
          minLength={12}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={reset.isPending}>
          Set it and end all sessions
        </Button>
      </Stack>
    </form>
  );
}

export function ResetPage() {
  const token = useLinkToken();
  return (
    <Stack maw={420} mx="auto" mt="xl">
      <PageHeader
        title={token === null ? 'Forgot the password?' : 'Set a new password'}
        lead={token === null ? 'You get a mail with a link to a new one.' : undefined}
      />
      <Paper withBorder p="lg">
        {token === null ? <AskForMail /> : <NewPassword token={token} />}
      </Paper>
      <Anchor component={Link} to={token === null ? '/sign-in' : '/reset'} size="sm">
        {token === null ? 'Back to sign in' : 'Ask for another link'}
      </Anchor>
    </Stack>
  );
}
