import { Anchor, Button, Group, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';

interface Draft {
  name: string;
  email: string;
  password: string;
}

/** The same whether there was an account or not: what it is, the mail says. */
function OnItsWay({ email }: { email: string }) {
  const resend = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/account/verification/resend', { body: { email } })),
  });
  return (
    <Stack>
      {resend.isError && <ProblemNote error={resend.error} />}
      <Text role="status">
        A mail is on its way to <b>{email}</b>. Open its link, then sign in. Did you have an account already?
        Then the mail says so.
      </Text>
      {resend.isSuccess && (
        <Text size="sm" role="status">
          If there is something to confirm, it was sent again. Only the newest link works.
        </Text>
      )}
      <Group>
        <Button component={Link} to="/sign-in">
          Sign in
        </Button>
        <Button variant="default" loading={resend.isPending} onClick={() => resend.mutate()}>
          Send it again
        </Button>
      </Group>
    </Stack>
  );
}

export function SignUpPage() {
  const form = useForm<Draft>({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      password: (value) => (value.length < 12 ? 'At least 12 characters. A short sentence is fine.' : null),
    },
  });
  const create = useMutation({
    mutationFn: (draft: Draft) => unwrap(api.POST('/api/v1/people', { body: draft })),
  });
  if (create.isSuccess)
    return (
      <Stack maw={460} mx="auto" mt="xl">
        <PageHeader title="Confirm your e-mail address" />
        <Paper withBorder p="lg">
          <OnItsWay email={create.variables.email} />
        </Paper>
      </Stack>
    );
  return (
    <Stack maw={420} mx="auto" mt="xl">
      <PageHeader
        title="Create an artist account"
        lead="An account lets you apply. It promises nothing and costs nothing."
      />
      <Paper withBorder p="lg">
        <form onSubmit={form.onSubmit((values) => create.mutate(values))}>
          <Stack>
            {create.isError && <ProblemNote error={create.error} />}
            <TextInput
              label="Name"
              description="Shown with your published works"
              autoComplete="name"
              required
              {...form.getInputProps('name')}
            />
            <TextInput
              label="E-mail"
              type="email"
              autoComplete="username"
              required
              {...form.getInputProps('email')}
            />
            <PasswordInput
              label="Password"
              description="At least 12 characters"
              autoComplete="new-password"
              required
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={create.isPending}>
              Create account
            </Button>
          </Stack>
        </form>
      </Paper>
      <Text c="dimmed" size="sm">
        Already here?{' '}
        <Anchor component={Link} to="/sign-in">
          Sign in
        </Anchor>
      </Text>
    </Stack>
  );
}
