import { Button, Paper, Stack, Text } from '@mantine/core';
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

export function VerifyPage() {
  const token = useLinkToken();
  return (
    <Stack maw={460} mx="auto" mt="xl">
      <PageHeader title="Confirm your e-mail address" />
      <Paper withBorder p="lg">
        {token === null ? (
          <Text>There is nothing to confirm here. Open the link in the mail that was sent to you.</Text>
        ) : (
          <Confirm token={token} />
        )}
      </Paper>
    </Stack>
  );
}
