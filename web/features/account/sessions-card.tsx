import { Badge, Box, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { QueryView } from '../../ui/query-view';
import { Card } from './card';
import { sessionsQuery, useSecurityChange } from './use-security';

type Row = Schemas['OwnSessionView'];

const BROWSERS = [
  ['Edge', /Edg\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
] as const;
const SYSTEMS = [
  ['Android', /Android/],
  ['iPhone or iPad', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['Mac', /Mac OS/],
  ['Linux', /Linux/],
] as const;

/** What a program says of itself, for people: `Firefox on Windows`. */
function deviceOf(agent: string): string {
  const browser = BROWSERS.find(([, pattern]) => pattern.test(agent))?.[0];
  const system = SYSTEMS.find(([, pattern]) => pattern.test(agent))?.[0];
  if (browser === undefined) return agent === '' ? 'A program without a name' : agent.slice(0, 60);
  return system === undefined ? browser : `${browser} on ${system}`;
}

const WAYS: Record<Row['way'], string> = {
  password: 'by password',
  passkey: 'by passkey',
  oidc: 'through the organisation',
};

function SessionRow({ row }: { row: Row }) {
  const end = useSecurityChange(() =>
    unwrap(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id: row.id } } })),
  );
  return (
    <Group component="li" justify="space-between" wrap="wrap">
      <Box flex="1 1 260px">
        <Group gap="xs">
          <Text fw={600}>{deviceOf(row.agent)}</Text>
          {row.isCurrent && <Badge variant="light">this one</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {row.address || row.network}, {WAYS[row.way]}, signed in <When at={row.createdAt} />, last seen{' '}
          <When at={row.lastSeenAt} />, ends <When at={row.expiresAt} />
        </Text>
      </Box>
      {!row.isCurrent && (
        <ConfirmButton
          label="Sign out"
          title={`Sign out ${deviceOf(row.agent)}?`}
          confirm="Sign it out"
          isBusy={end.isPending}
          error={end.error}
          onConfirm={() => end.mutateAsync(undefined)}
        >
          Whoever sits there must sign in again. If you do not know it, change your password too.
        </ConfirmButton>
      )}
    </Group>
  );
}

/** Where this account is open. */
export function SessionsCard() {
  const sessions = useQuery(sessionsQuery);
  const endOthers = useSecurityChange(() => unwrap(api.DELETE('/api/v1/session/others')));
  const hasOthers = (sessions.data?.items.length ?? 0) > 1;
  return (
    <Card
      title="Where you are signed in"
      lead="A session ends twelve hours after its last request, and after seven days at the latest."
      action={
        hasOthers && (
          <ConfirmButton
            label="Sign out everywhere else"
            title="Sign out everywhere else?"
            confirm="Sign them all out"
            isBusy={endOthers.isPending}
            error={endOthers.error}
            onConfirm={() => endOthers.mutateAsync(undefined)}
          >
            All sessions but this one end at once.
          </ConfirmButton>
        )
      }
    >
      <QueryView query={sessions} rows={2}>
        {({ items }) => (
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((row) => (
              <SessionRow key={row.id} row={row} />
            ))}
          </Stack>
        )}
      </QueryView>
    </Card>
  );
}
