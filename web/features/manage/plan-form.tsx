import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemNote } from '../../ui/problem-note';
import type { Program } from './use-manage';
import { useChangePlan } from './use-plan';

const DATES = [
  ['startsAt', 'Artists may start'],
  ['endsAt', 'It ends'],
  ['applicationsUntil', 'Applications close'],
  ['decisionsBy', 'Every applicant has a decision'],
  ['releasedAt', 'The model became public'],
] as const;

const dayOf = (at: string | null): string => at?.slice(0, 10) ?? '';

/** Name, dates and seats. Once it is open they only grow; the server says what is not possible any more. */
export function PlanForm({ program, onDone }: { program: Program; onDone: () => void }) {
  const change = useChangePlan(program, onDone);
  const { name, model, capacity } = program;
  const initial = {
    name,
    model,
    capacity,
    startsAt: dayOf(program.startsAt),
    endsAt: dayOf(program.endsAt),
    applicationsUntil: dayOf(program.applicationsUntil),
    decisionsBy: dayOf(program.decisionsBy),
    releasedAt: dayOf(program.releasedAt),
  };
  const form = useForm({ initialValues: initial });
  const send = (values: typeof initial) => {
    const dates = DATES.filter(([key]) => values[key] !== '' && values[key] !== initial[key]);
    change.mutate({
      ...(values.name === name ? {} : { name: values.name }),
      ...(values.model === model ? {} : { model: values.model }),
      ...(values.capacity === capacity ? {} : { capacity: values.capacity }),
      ...Object.fromEntries(dates.map(([key]) => [key, `${values[key]}T00:00:00Z`])),
    });
  };
  const isDraft = program.allows.includes('prepare');
  return (
    <form aria-label="Dates and seats" onSubmit={form.onSubmit(send)}>
      <Stack>
        {change.isError && <ProblemNote error={change.error} />}
        <Text size="sm" c="dimmed">
          {isDraft
            ? 'A draft: everything may change until you open it.'
            : 'Artists rely on it: seats and dates can only grow. What was before is kept.'}
        </Text>
        <TextInput label="Name" required disabled={!isDraft} {...form.getInputProps('name')} />
        <TextInput label="Model" required disabled={!isDraft} {...form.getInputProps('model')} />
        <NumberInput label="Seats" required min={1} {...form.getInputProps('capacity')} />
        {DATES.map(([key, label]) => (
          <TextInput
            key={key}
            type="date"
            label={label}
            description={key === 'releasedAt' ? 'Secrecy that waits for it ends at that moment' : undefined}
            required={initial[key] !== ''}
            disabled={key === 'startsAt' && !isDraft}
            {...form.getInputProps(key)}
          />
        ))}
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
