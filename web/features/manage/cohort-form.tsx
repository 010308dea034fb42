import { Group, NumberInput, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import type { Program } from './use-manage';
import { useFormCohort } from './use-plan';

/** The very moment of the programme where the day is the same: a cohort lies within it. */
const at = (day: string, whole: string): string => (day === whole.slice(0, 10) ? whole : `${day}T00:00:00Z`);

/** A cohort within its programme. */
export function CohortForm({ program, onClose }: { program: Program; onClose: () => void }) {
  const [name, setName] = useState('');
  const [startsOn, setStart] = useState(program.startsAt.slice(0, 10));
  const [endsOn, setEnd] = useState(program.endsAt.slice(0, 10));
  const [capacity, setCapacity] = useState<number | string>(10);
  const form = useFormCohort(program.id, () => {
    notifications.show({ message: `${name} is formed. Admit artists to it.` });
    onClose();
  });
  const send = () => {
    const dates = { startsAt: at(startsOn, program.startsAt), endsAt: at(endsOn, program.endsAt) };
    form.mutate({ name, ...dates, capacity: Number(capacity) });
  };
  return (
    <FormDialog
      opened
      title="Form a cohort"
      confirm="Form it"
      isBusy={form.isPending}
      isReady={name.trim() !== '' && startsOn !== '' && endsOn !== ''}
      error={form.error}
      onConfirm={send}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        required
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group grow>
        <TextInput
          type="date"
          label="Starts"
          required
          value={startsOn}
          onChange={(event) => setStart(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="Ends"
          required
          value={endsOn}
          onChange={(event) => setEnd(event.currentTarget.value)}
        />
      </Group>
      <NumberInput label="Seats" required min={1} value={capacity} onChange={setCapacity} />
    </FormDialog>
  );
}
