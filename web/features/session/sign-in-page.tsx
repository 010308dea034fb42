import { Anchor, Button, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { changeSession, type Session } from '../../api/session';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';

/** Where each kind of person begins. */
function homeOf(session: Session): string {
  const { roles } = session.person;
  if (roles.includes('artist')) return '/studio';
  if (roles.includes('reviewer')) return '/review';
  if (roles.includes('finance')) return '/finance';
  return '/manage';
}

/** Only an address of this portal: `//elsewhere` and full addresses are not followed. */
const ownAddress = (next: unknown): string | null =>
  typeof next === 'string' && /^\/(?!\/)/.test(next) ? next : null;

export function SignInPage() {
  const queries = useQueryClient();
  const router = useRouter();
  const search: { next?: string } = useSearch({ strict: false });
  const form = useForm<Schemas['SignInBody']>({ initialValues: { email: '', password: '' } });
  const signIn = useMutation({
    mutationFn: (body: Schemas['SignInBody']) => unwrap(api.POST('/api/v1/session', { body })),
    onSuccess: async (session) => {
      changeSession(queries, session);
      router.history.push(ownAddress(search.next) ?? homeOf(session));
    },
  });
  return (
    <Stack maw={420} mx="auto" mt="xl">
      <PageHeader title="Sign in" />
      <Paper withBorder p="lg">
        <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
          <Stack>
            {signIn.isError && <ProblemNote error={signIn.error} />}
            <TextInput
              label="E-mail"
              type="email"
              autoComplete="username"
              required
              {...form.getInputProps('email')}
            />
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              required
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={signIn.isPending}>
              Sign in
            </Button>
          </Stack>
        </form>
      </Paper>
      <Text c="dimmed" size="sm">
        New here?{' '}
        <Anchor component={Link} to="/sign-up">
          Create an artist account
        </Anchor>
      </Text>
    </Stack>
  );
}
