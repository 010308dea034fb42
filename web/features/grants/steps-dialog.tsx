import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { FormDialog } from '../../ui/form-dialog';
import { newStep, StepsFields, stepsOf, type Step } from './steps-fields';

/** Asks for steps that sum to what is not paid yet, and why. */
export function StepsDialog({
  title,
  total,
  isBusy,
  error,
  onConfirm,
  onClose,
}: {
  title: string;
  total: Schemas['MoneyView'];
  isBusy: boolean;
  error: unknown;
  onConfirm: (steps: Schemas['AwardStepShape'][], reason: string) => void;
  onClose: () => void;
}) {
  const [steps, setSteps] = useState<Step[]>([newStep()]);
  const [reason, setReason] = useState('');
  const ready = stepsOf(steps, total);
  return (
    <FormDialog
      opened
      title={title}
      confirm="Propose"
      isBusy={isBusy}
      isReady={ready !== null && reason.trim() !== ''}
      error={error}
      onConfirm={() => {
        if (ready !== null) onConfirm(ready, reason);
      }}
      onClose={onClose}
    >
      <Text size="sm">
        {formatMoney(total)} is not paid yet. The other side must agree; until then the present steps stand.
      </Text>
      <Textarea
        label="Why"
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <StepsFields steps={steps} total={total} hasStart={false} onChange={setSteps} />
    </FormDialog>
  );
}
