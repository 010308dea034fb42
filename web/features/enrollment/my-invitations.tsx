import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';

type Invitation = Schemas['ProgramInvitationView'];

function Row({ invitation }: { invitation: Invitation }) {
  const queries = useQueryClient();
  const keys = useActKey();
  const accept = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/program-invitations/{id}/accept', {
          params: { path: { id: invitation.id } },
          headers: keys.headers(invitation.id),
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: 'The seat is yours. Read the terms next.' });
      await queries.invalidateQueries();
    },
  });
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Text fw={600}>{invitation.programName}</Text>
          <Text size="sm" c="dimmed">
            {invitation.invitedBy} holds a seat for you
            {invitation.cohortName !== null && ` in ${invitation.cohortName}`}. It is yours to take until{' '}
            <When at={invitation.expiresAt} />. The terms come next: nothing binds you before you accept them.
          </Text>
          {invitation.note !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{invitation.note}</Text>}
        </Stack>
        {invitation.available.includes('accept') && (
          <Button loading={accept.isPending} onClick={() => accept.mutate()}>
            Take the seat
          </Button>
        )}
      </Group>
      {accept.isError && <ProblemNote error={accept.error} />}
    </Paper>
  );
}

/** Seats that are held out to one's address; nothing at all where there is none. */
export function MyInvitations() {
  const { data } = useQuery({
    queryKey: ['applications', 'invitations'],
    queryFn: () => unwrap(api.GET('/api/v1/program-invitations', { params: { query: { limit: 50 } } })),
  });
  const open = data?.items.filter(({ state }) => state === 'open') ?? [];
  if (open.length === 0) return null;
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h4">
        You are invited
      </Title>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {open.map((one) => (
          <Row key={one.id} invitation={one} />
        ))}
      </Stack>
    </Stack>
  );
}
