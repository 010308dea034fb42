import { Alert, Anchor, Button, Group, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { changeSession, useSession, type Session } from '../../api/session';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { ProofForm } from '../../ui/proof-form';
import { OtherWaysIn } from './ways-in';

/** Where each kind of person begins. */
function homeOf({ person: { roles }, gate }: Session): string {
  if (gate === 'verify_email') return '/verify';
  if (gate === 'second_factor_missing') return '/account/security';
  if (roles.includes('artist')) return '/studio';
  if (roles.includes('reviewer')) return '/review';
  if (roles.includes('finance')) return '/finance';
  return '/manage';
}

/** What the organisation's answer led to, when it did not lead in. */
const PROBLEMS: Record<string, string> = {
  oidc_unknown:
    'Your organisation knows you, but no staff account here has your e-mail address. Ask for an invitation.',
  oidc_failed: 'The sign-in at your organisation did not succeed. Begin again.',
};

/** Only an address of this portal: `//elsewhere` and full addresses are not followed. */
const ownAddress = (next: unknown): string | null =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : null;

function PasswordForm({ onOpen }: { onOpen: (session: Session) => void }) {
  const form = useForm<Pick<Schemas['SignInBody'], 'email' | 'password'>>({
    initialValues: { email: '', password: '' },
  });
  const signIn = useMutation({
    mutationFn: (body: Schemas['SignInBody']) => unwrap(api.POST('/api/v1/session', { body })),
    onSuccess: onOpen,
  });
  return (
    <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
      <Stack>
        {signIn.isError && <ProblemNote error={signIn.error} />}
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username webauthn"
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
  );
}

/** The second half of a sign-in. */
function SecondFactor({ session, onProved }: { session: Session; onProved: (session: Session) => void }) {
  const queries = useQueryClient();
  const leave = async () => {
    await unwrap(api.DELETE('/api/v1/session'));
    changeSession(queries, null);
  };
  return (
    <Stack maw={420} mx="auto" mt="xl">
      <PageHeader title="Second factor" lead={`Signed in as ${session.person.email}; one step is left.`} />
      <Paper withBorder p="lg">
        <ProofForm
          ways={session.proofWays}
          confirm="Sign in"
          onProved={onProved}
          onBack={() => void leave()}
          backLabel="Sign out"
        />
      </Paper>
      <Text c="dimmed" size="sm">
        Lost your phone and your recovery codes? An administrator can let you set up a new one.
      </Text>
    </Stack>
  );
}

export function SignInPage() {
  const queries = useQueryClient();
  const router = useRouter();
  const session = useSession();
  const search: { next?: string; problem?: string } = useSearch({ strict: false });
  const next = ownAddress(search.next);
  const enter = (opened: Session) => {
    changeSession(queries, opened);
    if (opened.gate === 'second_factor_required') return;
    router.history.push(opened.gate === null ? (next ?? homeOf(opened)) : homeOf(opened));
  };
  if (session?.gate === 'second_factor_required') return <SecondFactor session={session} onProved={enter} />;
  return (
    <Stack maw={420} mx="auto" mt="xl">
      <PageHeader title="Sign in" />
      {search.problem !== undefined && (
        <Alert color="red" variant="light" role="alert">
          {PROBLEMS[search.problem] ?? 'The sign-in did not succeed. Try again.'}
        </Alert>
      )}
      <Paper withBorder p="lg">
        <Stack>
          <PasswordForm onOpen={enter} />
          <OtherWaysIn next={next} onOpen={enter} />
        </Stack>
      </Paper>
      <Group justify="space-between">
        <Text c="dimmed" size="sm">
          New here?{' '}
          <Anchor component={Link} to="/sign-up">
            Create an artist account
          </Anchor>
        </Text>
        <Anchor component={Link} to="/reset" size="sm">
          Forgot the password?
        </Anchor>
      </Group>
    </Stack>
  );
}
