import { Button, Code, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { StateBadge } from '../../ui/state-badge';
import { KeyFacts } from './key-facts';
import { PlacesDialog } from './places-dialog';

type Key = Schemas['KeyListItem'];

/** One key and what may be done with it now. */
export function KeyRow({ record, onMade }: { record: Key; onMade: (made: Schemas['NewKeyView']) => void }) {
  const queries = useQueryClient();
  const at = { params: { path: { id: record.id } } };
  const reload = () => queries.invalidateQueries({ queryKey: ['keys'] });
  const rotate = useMutation({
    mutationFn: (isLeaked: boolean) =>
      unwrap(
        api.POST('/api/v1/keys/{id}/rotate', {
          ...at,
          body: { isLeaked },
          headers: { 'Idempotency-Key': newIdempotencyKey() },
        }),
      ),
    onSuccess: async (made) => {
      await reload();
      onMade(made);
    },
  });
  const revoke = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/keys/{id}/revoke', at)),
    onSuccess: reload,
  });
  const may = (verb: string) => record.available.includes(verb);
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} maw={560}>
          <Group gap="xs">
            <Text fw={600}>{record.name}</Text>
            <StateBadge state={record.isExpired && record.state === 'active' ? 'expired' : record.state} />
            <Code>{`${record.prefix}…${record.lastFour}`}</Code>
          </Group>
          <KeyFacts record={record} />
          {record.stopsAt !== null && record.state === 'active' && (
            <Text size="sm">
              Replaced; it stops <When at={record.stopsAt} />.
            </Text>
          )}
        </Stack>
        <Group gap="xs">
          {may('replace') && (
            <Button color="ember" loading={rotate.isPending} onClick={() => rotate.mutate(false)}>
              Replace
            </Button>
          )}
          {may('rotate') && (
            <ConfirmButton
              label="Replace"
              color="ember"
              title={`Replace “${record.name}”?`}
              confirm="Replace it"
              isBusy={rotate.isPending}
              error={rotate.error}
              onConfirm={() => rotate.mutateAsync(false)}
            >
              You get a new key now. The old one works for 24 hours more, so that nothing stops meanwhile.
            </ConfirmButton>
          )}
          {may('leak') && (
            <ConfirmButton
              label="It leaked"
              title={`Did “${record.name}” leak?`}
              confirm="Stop it and make a new one"
              isBusy={rotate.isPending}
              error={rotate.error}
              onConfirm={() => rotate.mutateAsync(true)}
            >
              The old key stops at once, what it has under way is cancelled, and you get a new one. Your other
              keys, your session and everybody else go on as before.
            </ConfirmButton>
          )}
          {record.state === 'active' && <PlacesDialog record={record} />}
          {may('revoke') && (
            <ConfirmButton
              label="Stop for ever"
              title={`Stop “${record.name}” for ever?`}
              confirm="Stop it"
              isBusy={revoke.isPending}
              error={revoke.error}
              onConfirm={() => revoke.mutateAsync()}
            >
              Programs that use it are refused from now on. It cannot be started again.
            </ConfirmButton>
          )}
        </Group>
      </Group>
    </Paper>
  );
}
