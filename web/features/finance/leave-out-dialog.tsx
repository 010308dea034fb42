import { Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { formatMoney } from '../../ui/amounts';
import { FormDialog } from '../../ui/form-dialog';
import { useLeaveOut } from './use-changes';
import type { Payout } from './use-finance';

/** Takes one payee out of a draft; the batch is approved anew. */
export function LeaveOutDialog({ payout, onClose }: { payout: Payout; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const step = useLeaveOut(payout.batchId, () => {
    notifications.show({ message: `${payout.person.name} is taken out; the amount is due again.` });
    onClose();
  });
  return (
    <FormDialog
      opened
      title={`Take ${payout.person.name} out of this batch?`}
      confirm={`Take ${formatMoney(payout.amount)} out`}
      color="red"
      isBusy={step.isPending}
      isReady={reason.trim().length >= 3}
      error={step.error}
      onConfirm={() => step.mutate({ personId: payout.person.id, reason: reason.trim() })}
      onClose={onClose}
    >
      <Text size="sm">
        Approvals given so far are void, and you can no longer approve this batch yourself. What is owed goes
        into a later batch.
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
