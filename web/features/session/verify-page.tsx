import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client';
import { useLinkToken } from '../../api/link-token';
import { sessionQuery, useSession } from '../../api/session';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';

/** The link was opened: one click, because programs that look through mails open links too. */
function Confirm({ token }: { token: string }) {
  const queries = useQueryClient();
  const session = useSession();
  const verify = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/account/verification', { body: { token } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  if (verify.isSuccess) {
    return (
      <Stack>
        <Text role="status">{verify.data.email} is confirmed. Look at the programmes and apply to one.</Text>
        {session === null ? (
          <Button component={Link} to="/sign-in">
            Sign in
          </Button>
        ) : (
          <Button component={Link} to="/programs">
            See the programmes
          </Button>
        )}
      </Stack>
    );
  }
  return (
    <Stack>
      {verify.isError && <ProblemNote error={verify.error} />}
      <Text size="sm">It is your address if you asked for this account.</Text>
      <Button loading={verify.isPending} onClick={() => verify.mutate()}>
        Confirm my address
      </Button>
    </Stack>
  );
}

/** The mail is on its way. */
function Waiting() {
  const session = useSession();
  const queries = useQueryClient();
  const resend = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/account/verification/resend')),
  });
  if (session === null || session.gate !== 'verify_email')
    return <Text>There is nothing to confirm here. Open the link in the mail that was sent to you.</Text>;
  return (
    <Stack>
      {resend.isError && <ProblemNote error={resend.error} />}
      <Text>
        A mail is on its way to <b>{session.person.email}</b>. Open its link, and the programmes are open to
        you.
      </Text>
      {resend.isSuccess && (
        <Text size="sm" role="status">
          It was sent again. Only the newest link works.
        </Text>
      )}
      <Group>
        <Button onClick={() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })}>
          I have opened it
        </Button>
        <Button variant="default" loading={resend.isPending} onClick={() => resend.mutate()}>
          Send it again
        </Button>
      </Group>
    </Stack>
  );
}

export function VerifyPage() {
  const token = useLinkToken();
  return (
    <Stack maw={460} mx="auto" mt="xl">
      <PageHeader title="Confirm your e-mail address" />
      <Paper withBorder p="lg">
        {token === null ? <Waiting /> : <Confirm token={token} />}
      </Paper>
    </Stack>
  );
}
