import { Alert, Button, Code, CopyButton, Group, Modal, NumberInput, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core'; // prettier-ignore
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { poolsQuery } from '../../api/pools';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { EmptyState } from '../../ui/empty-state';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { useCreateKey, useStopKey, workerKeysQuery } from './use-workers';

type Key = Schemas['WorkerKeyView'];
type Made = Schemas['NewWorkerKeyView'];

/** The secret of a new key with the line that starts a worker, this once. */
function Secret({ made, onStored }: { made: Made | null; onStored: () => void }) {
  const line = `ATELIER_URL=${window.location.origin} ATELIER_WORKER_KEY=${made?.secret ?? ''} npm run worker:remote`;
  return (
    <Modal
      opened={made !== null}
      onClose={onStored}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={`Worker key “${made?.key.name ?? ''}”`}
      centered
      size="lg"
    >
      <Stack>
        <Alert color="yellow" variant="light" title="Shown only now">
          Put it on the machine that renders. Atelier keeps a hash of it and cannot show it again.
        </Alert>
        <Code block data-testid="secret" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {made?.secret}
        </Code>
        <Text size="sm">To try it with the reference worker:</Text>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {line}
        </Code>
        <Group justify="flex-end">
          <CopyButton value={made?.secret ?? ''}>
            {({ copied, copy }) => (
              <Button variant="light" onClick={copy}>
                {copied ? 'Copied' : 'Copy the key'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onStored}>I stored it</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function NewKey({ onMade }: { onMade: (made: Made) => void }) {
  const pools = useQuery(poolsQuery).data ?? [];
  const form = useForm({
    initialValues: { name: '', pool: 'cpu', expiresInDays: 90 },
    validate: { name: (value) => (value.trim() === '' ? 'Name it after the machine.' : null) },
  });
  const create = useCreateKey((made) => {
    form.reset();
    onMade(made);
  });
  return (
    <form onSubmit={form.onSubmit((draft) => create.mutate(draft))}>
      <Group align="flex-end">
        <TextInput label="Machine" placeholder="gpu-box-1" maxLength={80} {...form.getInputProps('name')} />
        <Select
          label="Pool"
          data={pools.map(({ id }) => id)}
          allowDeselect={false}
          {...form.getInputProps('pool')}
        />
        <NumberInput label="Days" min={1} max={365} w={100} {...form.getInputProps('expiresInDays')} />
        <Button type="submit" loading={create.isPending}>
          Make a key
        </Button>
      </Group>
      {create.isError && <ProblemNote error={create.error} />}
    </form>
  );
}

function KeyLine({ record }: { record: Key }) {
  const stop = useStopKey(record.id);
  const state = record.stoppedAt !== null ? 'stopped' : record.isExpired ? 'expired' : 'active';
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between">
        <Group gap="xs">
          <Text fw={600}>{record.name}</Text>
          <StateBadge state={state} />
          <Code>{`${record.prefix}…${record.lastFour}`}</Code>
          <Text size="sm" c="dimmed">
            pool {record.pool} · {record.lastUsedAt === null ? 'never used' : 'used '}
            {record.lastUsedAt !== null && <When at={record.lastUsedAt} />}
          </Text>
        </Group>
        {state === 'active' && (
          <ConfirmButton
            label="Stop"
            title={`Stop the key “${record.name}”?`}
            confirm="Stop it"
            isBusy={stop.isPending}
            error={stop.error}
            onConfirm={() => stop.mutateAsync()}
          >
            Its workers are turned away at once. The clips they hold go to others when their leases end.
          </ConfirmButton>
        )}
      </Group>
    </Paper>
  );
}

/** Keys for machines: made once, shown once, stopped for ever. */
export function WorkerKeys() {
  const [made, setMade] = useState<Made | null>(null);
  const keys = useQuery(workerKeysQuery);
  return (
    <Stack>
      <Title order={2} size="h4">
        Worker keys
      </Title>
      <NewKey onMade={setMade} />
      <QueryView query={keys} rows={1}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title="No keys yet">A machine needs one to claim clips. Make it above.</EmptyState>
          ) : (
            <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((record) => (
                <KeyLine key={record.id} record={record} />
              ))}
            </Stack>
          )
        }
      </QueryView>
      <Secret made={made} onStored={() => setMade(null)} />
    </Stack>
  );
}
