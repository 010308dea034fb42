import { Alert, Select, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { formatMoney } from '../../ui/amounts';
import { FormDialog } from '../../ui/form-dialog';
import { minorUnits } from '../../ui/typed-amount';
import { usePrograms } from './use-finance';
import { useFunding } from './use-operations';

/** Books money that came in into a programme's fund, in its currency. */
export function FundingForm({ startWith, onClose }: { startWith?: string; onClose: () => void }) {
  const { programs, options } = usePrograms();
  const [programId, setProgramId] = useState<string | null>(startWith ?? null);
  const [typed, setTyped] = useState('');
  const funding = useFunding(({ amount }) => {
    notifications.show({ message: `Booked: ${formatMoney(amount)}.` });
    onClose();
  });
  const program = programs.find(({ id }) => id === programId);
  const amount = program === undefined ? null : minorUnits(typed, program.currency);
  const isReady = program !== undefined && amount !== null && amount > 0;
  return (
    <FormDialog
      opened
      title="Book money into a fund"
      confirm={isReady ? `Book ${formatMoney({ amount, currency: program.currency })}` : 'Book the money'}
      isBusy={funding.isPending}
      isReady={isReady}
      error={funding.error}
      onConfirm={() => {
        if (isReady) funding.mutate({ programId: program.id, body: { amount, currency: program.currency } });
      }}
      onClose={onClose}
    >
      <Text size="sm">
        Book what has arrived on the account. Earnings that waited for the fund become due, the oldest first.
      </Text>
      <Select label="Programme" required data={options} value={programId} onChange={setProgramId} />
      <TextInput
        label="Amount"
        description={program === undefined ? 'Choose the programme first' : `In ${program.currency}`}
        placeholder="5,000.00"
        inputMode="decimal"
        required
        disabled={program === undefined}
        value={typed}
        error={typed !== '' && !isReady ? 'Not an amount of this currency.' : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {isReady && (
        <Alert color="yellow" variant="light">
          A booking is not taken back: the ledger keeps every entry.
        </Alert>
      )}
    </FormDialog>
  );
}
