import { Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { type Payout } from './use-finance';
import { useRetry } from './use-operations';

/** A payout on hold goes on only with what a person found out. */
export function RetryDialog({ payout, onClose }: { payout: Payout; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const retry = useRetry(payout.id, () => {
    notifications.show({ message: 'The rail is asked again.' });
    onClose();
  });
  return (
    <FormDialog
      opened
      title="Ask the rail again"
      confirm="Go on"
      isBusy={retry.isPending}
      isReady={reason.trim().length >= 3}
      error={retry.error}
      onConfirm={() => retry.mutate(reason)}
      onClose={onClose}
    >
      <Text size="sm">
        The rail is asked first what it has. Money is sent only if it certainly has nothing under this
        reference.
      </Text>
      <TextInput
        label="What you found out"
        description="Kept in the payout's history and in the audit log"
        required
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
