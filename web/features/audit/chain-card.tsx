import { Alert, Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { chainQuery, verify } from './use-audit';

const SAYS: Record<Schemas['AuditFaultView']['what'], string> = {
  altered: 'was altered after it was sealed.',
  deleted: 'was deleted.',
  inserted: 'was put in afterwards.',
  seal_altered: 'is the first under a seal that does not follow from the one before.',
  rewritten: 'is the first under a seal that is not the one that was promised.',
  end_cut: 'and what followed are gone: a checkpoint promises more than there is.',
  checkpoint_forged: 'is named by a checkpoint whose signature does not hold.',
};

function Result({ result }: { result: Schemas['VerificationView'] }) {
  const { fault, entries, seals, checkpoints } = result;
  if (fault === null)
    return (
      <Alert color="green" variant="light" title="The log is whole">
        {entries.toLocaleString()} entries under {seals.toLocaleString()} seals and{' '}
        {checkpoints.toLocaleString()} signed checkpoints were recomputed.
      </Alert>
    );
  return (
    <Alert color="red" variant="light" title="The log is not what was sealed">
      Entry {fault.entry} {SAYS[fault.what]} Keep a copy of the database as it is now, and compare it with the
      last backup from before seal {fault.seal}.
    </Alert>
  );
}

function State({ chain }: { chain: Schemas['ChainView'] }) {
  if (chain.seal === null || chain.sealedAt === null)
    return (
      <Text size="sm">Nothing is sealed yet. Entries are sealed within seconds while a worker runs.</Text>
    );
  const open = chain.unsealed >= 1_000 ? '1,000 or more' : String(chain.unsealed);
  return (
    <Stack gap={4}>
      <Text size="sm" component="div">
        Seal {chain.seal}, made <When at={chain.sealedAt} />: <Code>{chain.hash?.slice(0, 16)}…</Code>.{' '}
        {chain.unsealed === 0 ? 'Every entry is sealed.' : `${open} entries wait for the next seal.`}
      </Text>
      <Text size="sm" c="dimmed" component="div">
        {chain.checkpoint === null || chain.checkpointAt === null ? (
          'No checkpoint was signed yet; one is made every hour.'
        ) : (
          <>
            Checkpoint at seal {chain.checkpoint}, signed <When at={chain.checkpointAt} />, kept outside of
            the database and public at <Code>/api/v1/audit/checkpoint</Code>.
          </>
        )}
      </Text>
    </Stack>
  );
}

/** Whether the log can be trusted: how far it is sealed and promised, and a full look on demand. */
export function ChainCard() {
  const chain = useQuery(chainQuery);
  const check = useMutation({ mutationFn: verify });
  return (
    <Paper withBorder p="md" mb="lg">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Title order={2} size="h5">
            Chain of seals
          </Title>
          <Button variant="default" size="xs" loading={check.isPending} onClick={() => check.mutate()}>
            Verify everything now
          </Button>
        </Group>
        <QueryView query={chain} rows={1}>
          {(state) => <State chain={state} />}
        </QueryView>
        <div aria-live="polite">
          {check.isError && <ProblemNote error={check.error} />}
          {check.data !== undefined && <Result result={check.data} />}
        </div>
      </Stack>
    </Paper>
  );
}
