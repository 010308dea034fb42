import { ActionIcon, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Schemas } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { minorUnits } from '../../ui/typed-amount';

export interface Step {
  title: string;
  amount: string;
  /** As the browser's date field has it. */
  dueOn: string;
  isAtStart: boolean;
}

export const newStep = (): Step => ({
  title: '',
  amount: '',
  dueOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  isAtStart: false,
});

/** What the server takes; `null` while something is missing or the steps do not sum to the total. */
export function stepsOf(
  steps: readonly Step[],
  total: Schemas['MoneyView'],
): Schemas['AwardStepShape'][] | null {
  const amounts = steps.map(({ amount }) => minorUnits(amount, total.currency));
  if (steps.some(({ title, dueOn }) => title.trim() === '' || dueOn === '')) return null;
  if (amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0) !== total.amount) return null;
  return steps.map(({ title, dueOn, isAtStart }, index) => ({
    title,
    amount: amounts[index] ?? 0,
    dueAt: `${dueOn}T00:00:00Z`,
    isAtStart,
  }));
}

/** The steps of an award as fields, with what is still to be shared out. */
export function StepsFields({
  steps,
  total,
  hasStart,
  onChange,
}: {
  steps: readonly Step[];
  total: Schemas['MoneyView'];
  /** Whether a step can be paid with the agreement. */
  hasStart: boolean;
  onChange: (steps: Step[]) => void;
}) {
  const change = (index: number, part: Partial<Step>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  const used = steps.reduce((sum, { amount }) => sum + (minorUnits(amount, total.currency) ?? 0), 0);
  return (
    <Stack gap="xs" role="group" aria-label="Steps">
      {steps.map((step, index) => (
        <Stack key={index} gap={4}>
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              label={`Step ${index + 1}`}
              required
              style={{ flex: 1 }}
              value={step.title}
              onChange={(event) => change(index, { title: event.currentTarget.value })}
            />
            <TextInput
              label={`In ${total.currency}`}
              required
              w={120}
              inputMode="decimal"
              value={step.amount}
              onChange={(event) => change(index, { amount: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="red"
              size="lg"
              aria-label={`Remove step ${index + 1}`}
              disabled={steps.length === 1}
              onClick={() => onChange(steps.filter((_, at) => at !== index))}
            >
              <IconTrash />
            </ActionIcon>
          </Group>
          <Group>
            <TextInput
              type="date"
              label="Planned by"
              value={step.dueOn}
              onChange={(event) => change(index, { dueOn: event.currentTarget.value })}
            />
            {hasStart && (
              <Checkbox
                size="md"
                mt="lg"
                label="Paid with the agreement"
                checked={step.isAtStart}
                onChange={(event) => change(index, { isAtStart: event.currentTarget.checked })}
              />
            )}
          </Group>
        </Stack>
      ))}
      <Group justify="space-between">
        <Button variant="light" onClick={() => onChange([...steps, newStep()])}>
          Add a step
        </Button>
        <Text size="sm" role="status">
          {used === total.amount
            ? 'The steps sum to the amount.'
            : `${formatMoney({ amount: total.amount - used, currency: total.currency })} to share out`}
        </Text>
      </Group>
    </Stack>
  );
}
