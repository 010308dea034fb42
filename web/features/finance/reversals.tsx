import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoney, When } from '../../ui/amounts';
import { FormDialog } from '../../ui/form-dialog';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { reversalsQuery, useAskReversal, useReversalStep, type Reversal } from './use-changes';
import type { Payout } from './use-finance';

const LOOKS: Record<string, VerbLook> = {
  confirm: { label: 'Confirm: take it back', color: 'red' },
  withdraw: { label: 'Withdraw', variant: 'subtle' },
};

function AskDialog({ payout, onClose }: { payout: Payout; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const ask = useAskReversal(payout.id, () => {
    notifications.show({ message: 'Asked for. Another person confirms it.' });
    onClose();
  });
  return (
    <FormDialog
      opened
      title="Take this payout back?"
      confirm={`Ask for ${formatMoney(payout.amount)} back`}
      color="red"
      isBusy={ask.isPending}
      isReady={reason.trim().length >= 3}
      error={ask.error}
      onConfirm={() => ask.mutate(reason.trim())}
      onClose={onClose}
    >
      <Text size="sm">
        Nothing happens before a second person confirms. Then the rail is asked to take the money back; if it
        can, the amount is owed to {payout.person.name} again. If it is no longer there, you are told.
      </Text>
      <TextInput
        label="Why"
        description="Kept in the audit log"
        required
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

export function ReversalCard({ reversal }: { reversal: Reversal }) {
  const step = useReversalStep((verb) => {
    notifications.show({ message: verb === 'confirm' ? 'The rail is asked to take it back.' : 'Withdrawn.' });
  });
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <StateBadge state={reversal.state} />
        <Text size="sm">
          asked by <b>{reversal.askedBy.name}</b> <When at={reversal.createdAt} />
          {reversal.confirmedBy !== null && (
            <>
              , confirmed by <b>{reversal.confirmedBy.name}</b>
            </>
          )}
        </Text>
      </Group>
      <Text size="sm">Why: {reversal.reason}</Text>
      {reversal.answer !== null && <Text size="sm">The rail: {reversal.answer}</Text>}
      {step.isError && <ProblemNote error={step.error} />}
      <VerbButtons
        available={reversal.available}
        looks={LOOKS}
        isBusy={step.isPending}
        onAct={(verb) => step.mutate({ id: reversal.id, verb: verb as 'confirm' | 'withdraw' })}
      />
    </Stack>
  );
}

/** Taking a payout back: two people, and the rail's answer. */
export function Reversals({ payout }: { payout: Payout }) {
  const [isAsking, setAsking] = useState(false);
  const items = useQuery(reversalsQuery(payout.id)).data?.items ?? [];
  const isOpen = items.some(({ state }) => state === 'asked' || state === 'taking_back');
  if (items.length === 0 && !payout.available.includes('reverse')) return null;
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        Taking it back
      </Title>
      <Stack gap="sm">
        {items.map((reversal) => (
          <ReversalCard key={reversal.id} reversal={reversal} />
        ))}
        {payout.available.includes('reverse') && !isOpen && (
          <Group>
            <Button variant="light" color="red" onClick={() => setAsking(true)}>
              Ask for it back
            </Button>
          </Group>
        )}
      </Stack>
      {isAsking && <AskDialog payout={payout} onClose={() => setAsking(false)} />}
    </section>
  );
}
