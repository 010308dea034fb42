import { Button, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { When } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { transfersQuery, type Transfer } from './use-finance';
import { useTransferStep, type TransferVerb } from './use-operations';

const LOOKS: Record<TransferVerb, { label: string; color?: string; done: string }> = {
  settle: { label: 'Let it arrive', done: 'It arrived.' },
  delay: { label: 'Delay by an hour', done: 'It arrives an hour later.' },
  fail: { label: 'Let it fail', color: 'red', done: 'It failed; its earnings are due again.' },
  return: { label: 'Let it come back', color: 'red', done: 'It came back; its earnings are due again.' },
};

// The sandbox names no verbs in its answers; these are the moves of its transfer table.
const VERBS: Record<Transfer['state'], readonly TransferVerb[]> = {
  in_transit: ['settle', 'delay', 'fail', 'return'],
  paid: ['return'],
  failed: [],
  returned: [],
};

function Actions({ transfer }: { transfer: Transfer }) {
  const [reason, setReason] = useState('');
  const step = useTransferStep(transfer.payoutId, (verb) => {
    notifications.show({ message: LOOKS[verb].done });
  });
  const verbs = VERBS[transfer.state];
  return (
    <>
      <Group gap="xs" mb="xs">
        <StateBadge state={transfer.state} />
        {transfer.state === 'in_transit' && (
          <Text size="sm" c="dimmed">
            arrives by itself <When at={transfer.settlesAt} />
          </Text>
        )}
      </Group>
      {verbs.length > 0 && (
        <TextInput
          label="What the bank says"
          description="For failing and coming back"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {step.isError && <ProblemNote error={step.error} />}
      <Group gap="xs" mt="sm">
        {verbs.map((verb) => (
          <Button
            key={verb}
            variant="light"
            color={LOOKS[verb].color}
            loading={step.isPending}
            onClick={() => step.mutate({ verb, reason: reason.trim() })}
          >
            {LOOKS[verb].label}
          </Button>
        ))}
      </Group>
    </>
  );
}

/** The sandbox's own bank: no real money moves, and an operator plays what a bank may do. */
export function SandboxActions({ payoutId }: { payoutId: string }) {
  const transfers = useQuery({ ...transfersQuery, refetchInterval: 3_000 });
  const transfer = transfers.data?.items.find((item) => item.payoutId === payoutId);
  return (
    <Paper withBorder p="md">
      <Title order={3} size="h5" mb="xs">
        Sandbox bank
      </Title>
      {transfers.isError && <ProblemNote error={transfers.error} />}
      {transfer !== undefined && <Actions transfer={transfer} />}
      {transfers.isSuccess && transfer === undefined && (
        <Text size="sm" c="dimmed">
          The sandbox has no transfer for this payout among its latest hundred.
        </Text>
      )}
    </Paper>
  );
}
