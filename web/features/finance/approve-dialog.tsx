import { Alert, Code, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoney } from '../../ui/amounts';
import { FormDialog } from '../../ui/form-dialog';
import { figureOf, minorUnits } from '../../ui/typed-amount';
import { previewQuery } from './use-changes';
import type { BatchDetail, useBatchStep } from './use-finance';

/** Whoever approves types the total: a look at the figure, not only at the button. */
export function ApproveDialog({
  batch,
  step,
  onClose,
}: {
  batch: BatchDetail;
  step: ReturnType<typeof useBatchStep>;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const isRight = minorUnits(typed, batch.total.currency) === batch.total.amount;
  const payouts = batch.count === 1 ? 'One payout is' : `${batch.count} payouts are`;
  const preview = useQuery(previewQuery(batch.id, batch.hash));
  const left = batch.approvalsNeeded - batch.approvedBy.length;
  return (
    <FormDialog
      opened
      title="Approve this batch"
      confirm={`Approve ${formatMoney(batch.total)}`}
      isBusy={step.isPending}
      isReady={isRight}
      error={step.error}
      onConfirm={() => step.mutate({ verb: 'approve', hash: batch.hash })}
      onClose={onClose}
    >
      {preview.data !== undefined && <Text fw={600}>{preview.data.sentence}</Text>}
      <Alert color="yellow" variant="light">
        {left > 1
          ? `${payouts} approved by you; ${left - 1} more approval is needed before they are sent.`
          : `${payouts} sent at once. What has left comes back only if the rail returns it.`}
      </Alert>
      <Text size="sm">
        You approve exactly the content with the hash <Code>{batch.hash.slice(0, 12)}…</Code>. Were anything
        in it changed meanwhile, the approval is refused.
      </Text>
      <TextInput
        label="Type the total"
        description={`${figureOf(batch.total)} (${batch.total.currency})`}
        inputMode="decimal"
        autoComplete="off"
        data-autofocus
        required
        value={typed}
        error={typed !== '' && !isRight ? 'This is not the total.' : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
