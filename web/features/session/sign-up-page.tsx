import { Anchor, Button, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client';
import { changeSession } from '../../api/session';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';

interface Draft {
  name: string;
  email: string;
  password: string;
}

async function signUp(draft: Draft) {
  await unwrap(api.POST('/api/v1/people', { body: draft }));
  return unwrap(api.POST('/api/v1/session', { body: { email: draft.email, password: draft.password } }));
}

export function SignUpPage() {
  const queries = useQueryClient();
  const router = useRouter();
  const form = useForm<Draft>({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      password: (value) => (value.length < 12 ? 'At least 12 characters. A short sentence is fine.' : null),
    },
  });
  const create = useMutation({
    mutationFn: signUp,
    onSuccess: (session) => {
      changeSession(queries, session);
      router.history.push('/verify');
    },
  });
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
