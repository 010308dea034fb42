import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { When } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { roleChangesQuery, usePeopleAct, type RoleChange } from './use-people';

const LABELS: Record<RoleChange['available'][number], string> = {
  confirm: 'Confirm it',
  withdraw: 'Withdraw it',
};

function Proposal({ change }: { change: RoleChange }) {
  const act = usePeopleAct((verb: RoleChange['available'][number]) =>
    unwrap(api.POST('/api/v1/role-changes/{id}/{verb}', { params: { path: { id: change.id, verb } } })),
  );
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="xs">
        {act.isError && <ProblemNote error={act.error} />}
        <Group justify="space-between" wrap="wrap">
          <div>
            <Text fw={600}>
              {change.name}: {change.from.join(', ')} → {change.to.join(', ')}
            </Text>
            <Text size="sm" c="dimmed">
              Proposed by {change.proposedBy} <When at={change.createdAt} />: “{change.reason}”
            </Text>
          </div>
          <Group gap="xs">
            {change.available.map((verb) => (
              <Button
                key={verb}
                variant={verb === 'confirm' ? 'filled' : 'default'}
                loading={act.isPending}
                onClick={() => act.mutate(verb)}
              >
                {LABELS[verb]}
              </Button>
            ))}
          </Group>
        </Group>
      </Stack>
    </Paper>
  );
}

/** Proposals that wait for a second person; nothing is shown when there are none. */
export function RoleChanges() {
  const items = useQuery(roleChangesQuery).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        Waiting for a second person
      </Title>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((change) => (
          <Proposal key={change.id} change={change} />
        ))}
      </Stack>
    </Stack>
  );
}
