import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { FormDialog } from '../../ui/form-dialog';
import { figureOf, minorUnits } from '../../ui/typed-amount';
import { newStep, StepsFields, stepsOf, type Step } from './steps-fields';

export type Decision = Schemas['CallApplicationAnswer'];

/** Asks for what a decision needs: reasons always, amount and steps to give something. */
export function DecisionDialog({
  title,
  gives,
  requested,
  isBusy,
  error,
  onConfirm,
  onClose,
}: {
  title: string;
  gives: boolean;
  requested: Schemas['MoneyView'];
  isBusy: boolean;
  error: unknown;
  onConfirm: (decision: Decision) => void;
  onClose: () => void;
}) {
  const [reasons, setReasons] = useState('');
  const [departure, setDeparture] = useState('');
  const [typed, setTyped] = useState(figureOf(requested));
  const [steps, setSteps] = useState<Step[]>([
    { ...newStep(), title: 'With the agreement', amount: figureOf(requested), isAtStart: true },
  ]);
  const amount = minorUnits(typed, requested.currency);
  const total = { amount: amount ?? 0, currency: requested.currency };
  const ready = gives ? stepsOf(steps, total) : [];
  return (
    <FormDialog
      opened
      title={title}
      confirm="Decide"
      isBusy={isBusy}
      isReady={reasons.trim() !== '' && (!gives || (amount !== null && ready !== null))}
      error={error}
      onConfirm={() =>
        onConfirm({
          reasons,
          ...(departure.trim() !== '' && { departure }),
          ...(gives && amount !== null && ready !== null && { amount, steps: ready }),
        })
      }
      onClose={onClose}
    >
      <Textarea
        label="What decided it"
        description="The applicant reads this when the decisions are published"
        required
        autosize
        minRows={3}
        value={reasons}
        onChange={(event) => setReasons(event.currentTarget.value)}
      />
      {gives && (
        <>
          <TextInput
            label={`Amount in ${requested.currency}`}
            required
            inputMode="decimal"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <StepsFields steps={steps} total={total} hasStart onChange={setSteps} />
          <Textarea
            label="Why it departs from the ranking"
            description="Only where somebody ranked higher gets less; counted in public"
            autosize
            value={departure}
            onChange={(event) => setDeparture(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
