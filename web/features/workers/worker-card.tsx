import { Group, Paper, Progress, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { When } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { TextDialog } from '../../ui/text-dialog';
import { VerbButtons } from '../../ui/verb-buttons';
import { useActOnWorker, type Worker, type WorkerVerb } from './use-workers';

const LOOKS: Record<WorkerVerb, { label: string; color?: string }> = {
  resume: { label: 'Let it work again', color: 'green' },
  drain: { label: 'Drain' },
  maintain: { label: 'Take out for maintenance', color: 'red' },
};

function limitsOf({ capabilities: can }: Worker): string {
  const size =
    can.maxWidth === undefined && can.maxHeight === undefined
      ? 'any size'
      : `up to ${can.maxWidth ?? 'any'}×${can.maxHeight ?? 'any'}`;
  const length = can.maxSeconds === undefined ? 'any length' : `up to ${can.maxSeconds} s`;
  return `${can.models === undefined ? 'every model' : can.models.join(', ')} · ${size} · ${length}`;
}

function Leases({ jobs, name }: { jobs: Worker['jobs']; name: string }) {
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table aria-label={`Clips in the hands of ${name}`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Clip</Table.Th>
            <Table.Th>Doing</Table.Th>
            <Table.Th>Progress</Table.Th>
            <Table.Th>Lease ends</Table.Th>
            <Table.Th>Given up</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {jobs.map((job) => (
            <Table.Tr key={job.generationId}>
              <Table.Td>
                <Text size="xs" ff="monospace">
                  {job.generationId}
                </Text>
              </Table.Td>
              <Table.Td>{job.phase ?? 'not said'}</Table.Td>
              <Table.Td>
                <Progress value={job.progress * 100} aria-label={`Progress of ${job.generationId}`} />
              </Table.Td>
              <Table.Td>
                <When at={job.leaseExpiresAt} />
              </Table.Td>
              <Table.Td>
                <When at={job.deadlineAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** One machine: how it is, what it has in hand, and what can be done with it. */
export function WorkerCard({ worker }: { worker: Worker }) {
  const act = useActOnWorker(worker.id);
  const [isAsking, reason] = useDisclosure();
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <Stack gap={4}>
            <Group gap="xs">
              <Text fw={600}>{worker.name}</Text>
              <StateBadge state={worker.state} />
              {!worker.isConnected && worker.state !== 'gone' && <StateBadge state="silent" />}
            </Group>
            <Text size="sm" c="dimmed">
              Pool {worker.pool} · {worker.slots} at once · {limitsOf(worker)} · version {worker.version}
            </Text>
            <Text size="sm" c="dimmed">
              Seen <When at={worker.lastSeenAt} /> · {worker.done} delivered · {worker.lost} lost
            </Text>
            {worker.reason !== null && <Text size="sm">{worker.reason}</Text>}
          </Stack>
          <VerbButtons
            available={worker.available}
            looks={LOOKS}
            isBusy={act.isPending}
            onAct={(verb) => (verb === 'maintain' ? reason.open() : act.mutate({ verb: verb as WorkerVerb }))}
          />
        </Group>
        {act.isError && <ProblemNote error={act.error} />}
        {isAsking && (
          <TextDialog
            title={`Take ${worker.name} out`}
            lead="It finishes what it has and gets nothing new until somebody lets it work again. The reason stands here until then."
            label="Reason"
            confirm="Take it out"
            isBusy={act.isPending}
            error={act.error}
            onClose={reason.close}
            onConfirm={(text) =>
              act.mutate({ verb: 'maintain', reason: text }, { onSuccess: () => reason.close() })
            }
          />
        )}
        {worker.jobs.length > 0 && <Leases jobs={worker.jobs} name={worker.name} />}
      </Stack>
    </Paper>
  );
}
