import { Group, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { formatMoney, When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PagedView } from '../../ui/paged-view';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons } from '../../ui/verb-buttons';
import {
  correctionsQuery,
  REASONS,
  useCorrectionStep,
  type Correction,
  type CorrectionVerb,
} from './use-earnings';

const LOOKS = {
  confirm: { label: 'Confirm', color: 'red', variant: 'filled' },
  withdraw: { label: 'Withdraw', variant: 'default' },
} as const;

const DONE: Record<CorrectionVerb, string> = {
  confirm: 'Corrected.',
  withdraw: 'Withdrawn.',
};

function CorrectionCard({ correction, onOpen }: { correction: Correction; onOpen: (id: string) => void }) {
  const step = useCorrectionStep();
  const { id, amount, rightAmount, personName, reason, note, proposedBy, decidedBy, state } = correction;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        {step.isError && <ProblemNote error={step.error} />}
        <Group justify="space-between">
          <Text fw={600}>
            {personName}: {formatMoney(amount)} → {formatMoney(rightAmount)}
          </Text>
          <StateBadge state={state} />
        </Group>
        <Text size="sm">
          {REASONS[reason]}. {note}
        </Text>
        <Text size="xs" c="dimmed">
          Proposed by {proposedBy} <When at={correction.createdAt} />
          {decidedBy !== null && `, ${state} by ${decidedBy}`}
        </Text>
        {correction.isLookedAt && (
          <Text size="sm">Two people agreed; a second look comes before it takes effect.</Text>
        )}
        <VerbButtons
          available={[...correction.available, 'look']}
          looks={{ ...LOOKS, look: { label: 'Look at the earning', variant: 'subtle' } }}
          isBusy={step.isPending}
          onAct={(verb) => {
            if (verb === 'look') onOpen(correction.earningId);
            else
              step.mutate(
                { id, verb: verb as CorrectionVerb },
                {
                  onSuccess: () => notifications.show({ message: DONE[verb as CorrectionVerb] }),
                },
              );
          }}
        />
        {state === 'proposed' && !correction.isLookedAt && !correction.available.includes('confirm') && (
          <Text size="xs" c="dimmed">
            Another person confirms it: not who proposed it, and not who is paid.
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** What was said to be wrong, and by whom it was confirmed. */
export function Corrections({ onOpen }: { onOpen: (id: string) => void }) {
  return (
    <PagedView
      query={useInfiniteQuery(correctionsQuery())}
      empty={
        <EmptyState title="Nothing was ever corrected">
          A wrong amount is taken back by two people and the right one earned in its place. It is proposed
          from the earning itself.
        </EmptyState>
      }
    >
      {(items) => items.map((one) => <CorrectionCard key={one.id} correction={one} onOpen={onOpen} />)}
    </PagedView>
  );
}
