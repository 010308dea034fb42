import { Button, Divider, Stack } from '@mantine/core';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { provePasskey } from '../../api/passkeys';
import type { Session } from '../../api/session';
import { ProblemNote } from '../../ui/problem-note';

const waysQuery = queryOptions({
  queryKey: ['sign-in-ways'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => unwrap(api.GET('/api/v1/session/ways')),
});

/** Passkey, and the organisation where one is set up. */
export function OtherWaysIn({ next, onOpen }: { next: string | null; onOpen: (session: Session) => void }) {
  const ways = useQuery(waysQuery).data;
  const passkey = useMutation({
    mutationFn: async () => unwrap(api.POST('/api/v1/session/passkey', { body: await provePasskey() })),
    onSuccess: onOpen,
  });
  if (ways === undefined || !(ways.passkeys || ways.oidc)) return null;
  const query = next === null ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <Stack>
      <Divider label="or" />
      {passkey.isError && <ProblemNote error={passkey.error} />}
      {ways.passkeys && (
        <Button variant="default" loading={passkey.isPending} onClick={() => passkey.mutate()}>
          Sign in with a passkey
        </Button>
      )}
      {ways.oidc && (
        <Button variant="default" component="a" href={`/api/v1/session/oidc${query}`}>
          Sign in through your organisation
        </Button>
      )}
    </Stack>
  );
}
