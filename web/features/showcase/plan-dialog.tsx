import { NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../ui/form-dialog';
import { usePlan } from './use-showcase';

const HOUR = 3_600_000;
/** A moment as the field writes it: local, without a zone. */
const local = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** Plans a round: its rules are public from the moment they are sent. */
export function PlanDialog({ programId, onClose }: { programId: string; onClose: () => void }) {
  const plan = usePlan();
  const form = useForm({
    initialValues: {
      title: '',
      method: 'rotation',
      slots: 3 as number | string,
      perQuarter: 2 as number | string,
      startsAt: local(Date.now() + 24 * HOUR),
      endsAt: local(Date.now() + 31 * 24 * HOUR),
    },
  });
  const { title, method, slots, perQuarter, startsAt, endsAt } = form.values;
  return (
    <FormDialog
      opened
      title="Plan a round"
      confirm="Publish its rules"
      isBusy={plan.isPending}
      isReady={title.trim().length >= 3 && Number(slots) >= 1 && startsAt !== '' && endsAt !== ''}
      error={plan.error}
      onClose={onClose}
      onConfirm={() =>
        plan.mutate(
          {
            programId,
            title: title.trim(),
            method: method === 'draw' ? 'draw' : 'rotation',
            slots: Number(slots),
            perQuarter: Number(perQuarter),
            startsAt: new Date(startsAt).toISOString(),
            endsAt: new Date(endsAt).toISOString(),
          },
          { onSuccess: onClose },
        )
      }
    >
      <Text size="sm">
        Everybody reads these rules before a work is chosen; they are not changed afterwards.
      </Text>
      <TextInput label="Title" maxLength={120} required {...form.getInputProps('title')} />
      <Radio.Group label="Who comes first" {...form.getInputProps('method')}>
        <Stack gap="xs" mt={6}>
          <Radio value="rotation" label="Rotation" description="Whoever was shown least" />
          <Radio
            value="draw"
            label="Draw"
            description="By chance that anybody can recompute; its hash is public from now on"
          />
        </Stack>
      </Radio.Group>
      <NumberInput label="Slots" min={1} max={50} {...form.getInputProps('slots')} />
      <NumberInput
        label="Slots for one artist in a quarter, at most"
        min={1}
        max={6}
        {...form.getInputProps('perQuarter')}
      />
      <TextInput type="datetime-local" label="Shown from" required {...form.getInputProps('startsAt')} />
      <TextInput type="datetime-local" label="Shown until" required {...form.getInputProps('endsAt')} />
    </FormDialog>
  );
}
