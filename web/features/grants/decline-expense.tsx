import { List, Select, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { FormDialog } from '../../ui/form-dialog';

export type ExpenseReason = NonNullable<Schemas['ExpenseView']['reason']>;

/** The only rules for which a claim is declined; the list is closed. */
export const EXPENSE_REASONS: Record<ExpenseReason, string> = {
  no_receipt: 'It has no receipt that can be opened and read.',
  other_amount: 'The receipt shows another amount or currency.',
  unrelated: 'It was not spent on coming to this event or on taking part in it.',
  claimed_before: 'The same receipt was claimed before, here or elsewhere.',
};
const CHOICES = Object.entries(EXPENSE_REASONS).map(([value, label]) => ({
  value: value as ExpenseReason,
  label,
}));

/** What whoever claims must know beforehand. */
export function ExpenseRules() {
  return (
    <>
      <Text size="sm">
        A claim is declined for one of these and for nothing else, and can then be appealed:
      </Text>
      <List size="sm">
        {CHOICES.map(({ value, label }) => (
          <List.Item key={value}>{label}</List.Item>
        ))}
      </List>
    </>
  );
}

/** The rule that a claim does not meet, and what is wrong with this one. */
export function DeclineExpense({
  what,
  isBusy,
  error,
  onDecline,
  onClose,
}: {
  what: string;
  isBusy: boolean;
  error: unknown;
  onDecline: (reason: ExpenseReason, text: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState<ExpenseReason | null>(null);
  const [text, setText] = useState('');
  return (
    <FormDialog
      opened
      title={`Decline “${what}”`}
      confirm="Decline with these reasons"
      color="red"
      isBusy={isBusy}
      isReady={reason !== null && text.trim() !== ''}
      error={error}
      onConfirm={() => {
        if (reason !== null) onDecline(reason, text.trim());
      }}
      onClose={onClose}
    >
      <Text size="sm">Whoever claimed it reads this, and can appeal to somebody else for six months.</Text>
      <Select
        label="Which rule it does not meet"
        required
        data={CHOICES}
        value={reason}
        onChange={(chosen) => setReason(CHOICES.find(({ value }) => value === chosen)?.value ?? null)}
      />
      <Textarea
        label="What is wrong with it"
        required
        autosize
        minRows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
