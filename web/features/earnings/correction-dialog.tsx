import { Select, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { formatMoney } from '../../ui/amounts';
import { FormDialog } from '../../ui/form-dialog';
import { figureOf, minorUnits } from '../../ui/typed-amount';
import { REASONS, useProposeCorrection, type Correction, type Earning } from './use-earnings';

/** Says that an amount is wrong and what is right; moves nothing before another person confirms. */
export function CorrectionDialog({ earning, onClose }: { earning: Earning; onClose: () => void }) {
  const { currency } = earning.amount;
  const [reason, setReason] = useState<Correction['reason'] | null>(null);
  const [note, setNote] = useState('');
  const [typed, setTyped] = useState(figureOf(earning.amount));
  const propose = useProposeCorrection(earning.id, () => {
    notifications.show({ message: 'Proposed. Nothing is taken back before another person confirms it.' });
    onClose();
  });
  const rightAmount = minorUnits(typed, currency);
  const isReady =
    reason !== null &&
    note.trim().length >= 10 &&
    rightAmount !== null &&
    rightAmount !== earning.amount.amount;
  return (
    <FormDialog
      opened
      title="Correct this earning"
      confirm="Propose the correction"
      color="red"
      isBusy={propose.isPending}
      isReady={isReady}
      error={propose.error}
      onConfirm={() => {
        if (reason !== null && rightAmount !== null)
          propose.mutate({ reason, note: note.trim(), rightAmount });
      }}
      onClose={onClose}
    >
      <Text size="sm">
        {earning.personName} has {formatMoney(earning.amount)} for this. Once another person confirms, it is
        taken back whole and the right amount is earned in its place. Both stay in the books, and the artist
        is told why.
      </Text>
      <Select
        label="Reason"
        description="Opinion, conduct and leaving are no reasons."
        required
        data={Object.entries(REASONS).map(([value, label]) => ({ value, label }))}
        value={reason}
        onChange={(value) => setReason(value as Correction['reason'] | null)}
      />
      <TextInput
        label="The right amount"
        description={`In ${currency}; 0 when nothing is owed`}
        inputMode="decimal"
        required
        value={typed}
        error={typed !== '' && rightAmount === null ? 'Not an amount of this currency.' : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Textarea
        label="What was found"
        description="At least ten characters; the artist reads it."
        required
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
