import { Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { programChoicesQuery } from '../../api/programs';
import { FormDialog } from '../../ui/form-dialog';
import { figureOf, minorUnits } from '../../ui/typed-amount';
import { useGrantAct, type AtelierEvent } from './use-grants';

/** A moment as the browser's date-and-time field has it, in the visitor's zone. */
const fieldOf = (at: Date): string =>
  new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
const inDays = (days: number, hours = 0): string =>
  fieldOf(new Date(new Date().setHours(18, 0, 0, 0) + days * 86_400_000 + hours * 3_600_000));

const draftOf = (event: AtelierEvent | undefined) => ({
  programId: event?.programId ?? null,
  title: event?.title ?? '',
  description: event?.description ?? '',
  place: event?.place ?? '',
  accessibility: event?.accessibility ?? '',
  codeOfConduct: event?.codeOfConduct ?? '',
  startsAt: event === undefined ? inDays(30) : fieldOf(new Date(event.startsAt)),
  endsAt: event === undefined ? inDays(30, 2) : fieldOf(new Date(event.endsAt)),
  closesAt: event === undefined ? inDays(20) : fieldOf(new Date(event.closesAt)),
  timeZone: event?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  seats: event?.seats ?? 20,
  admission: event?.admission ?? ('draw' as const),
  yearlyCap: event?.yearlyCap ?? ('' as number | ''),
  stipend: event === undefined ? '0' : figureOf(event.stipend),
  expenses: event === undefined ? '0' : figureOf(event.expenses),
});

const at = (text: string): string => new Date(text).toISOString();

/** Prepares an event or rewrites a draft. */
export function EventForm({
  event,
  onDone,
  onClose,
}: {
  event?: AtelierEvent;
  onDone: (event: AtelierEvent) => void;
  onClose: () => void;
}) {
  const programs = useQuery(programChoicesQuery).data ?? [];
  const form = useForm({ initialValues: draftOf(event) });
  const { values } = form;
  const currency = event?.stipend.currency ?? programs.find(({ id }) => id === values.programId)?.currency;
  const [stipend, expenses] = [values.stipend, values.expenses].map((text) =>
    currency === undefined ? null : minorUnits(text, currency),
  );
  const send = useGrantAct(
    (body: Schemas['EventBody'], headers) =>
      event === undefined
        ? unwrap(api.POST('/api/v1/events', { headers, body }))
        : unwrap(api.PUT('/api/v1/events/{id}', { params: { path: { id: event.id } }, headers, body })),
    (made) => {
      onDone(made);
      onClose();
    },
  );
  const isReady =
    values.programId !== null &&
    typeof stipend === 'number' &&
    typeof expenses === 'number' &&
    [values.title, values.description, values.place].every((text) => text.trim() !== '');
  return (
    <FormDialog
      opened
      title={event === undefined ? 'Prepare an event' : 'Rewrite the event'}
      confirm={event === undefined ? 'Prepare' : 'Keep'}
      isBusy={send.isPending}
      isReady={isReady}
      error={send.error}
      onConfirm={() => {
        if (values.programId === null || typeof stipend !== 'number' || typeof expenses !== 'number') return;
        const { yearlyCap, ...rest } = values;
        send.mutate({
          ...rest,
          programId: values.programId,
          startsAt: at(values.startsAt),
          endsAt: at(values.endsAt),
          closesAt: at(values.closesAt),
          stipend,
          expenses,
          ...(yearlyCap !== '' && { yearlyCap }),
        });
      }}
      onClose={onClose}
    >
      <Select
        label="Programme"
        required
        disabled={event !== undefined}
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('programId')}
      />
      <TextInput label="Name" required {...form.getInputProps('title')} />
      <Textarea label="What it is" required autosize minRows={3} {...form.getInputProps('description')} />
      <TextInput
        label="Where"
        description="Or a link for a meeting online"
        required
        {...form.getInputProps('place')}
      />
      <Group grow>
        <TextInput type="datetime-local" label="Starts" required {...form.getInputProps('startsAt')} />
        <TextInput type="datetime-local" label="Ends" required {...form.getInputProps('endsAt')} />
      </Group>
      <Group grow>
        <TextInput type="datetime-local" label="Register by" required {...form.getInputProps('closesAt')} />
        <TextInput label="Time zone" required {...form.getInputProps('timeZone')} />
      </Group>
      <Group grow>
        <NumberInput label="Seats" min={1} required {...form.getInputProps('seats')} />
        <Select
          label="Seats go"
          allowDeselect={false}
          data={[
            { value: 'draw', label: 'by a draw' },
            { value: 'first_come', label: 'to whoever asks first' },
          ]}
          {...form.getInputProps('admission')}
        />
        <NumberInput
          label="Events a year"
          description="For one artist"
          min={1}
          {...form.getInputProps('yearlyCap')}
        />
      </Group>
      <Group grow>
        <TextInput label="Stipend of each" inputMode="decimal" {...form.getInputProps('stipend')} />
        <TextInput
          label="Expenses of each, at most"
          inputMode="decimal"
          {...form.getInputProps('expenses')}
        />
      </Group>
      <Textarea
        label="Accessibility"
        description="Needed before it opens: steps, lifts, captions, quiet rooms"
        autosize
        minRows={2}
        {...form.getInputProps('accessibility')}
      />
      <Textarea
        label="Code of conduct"
        description="Needed before it opens"
        autosize
        minRows={2}
        {...form.getInputProps('codeOfConduct')}
      />
    </FormDialog>
  );
}
