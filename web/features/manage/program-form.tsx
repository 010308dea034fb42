import { Group, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../ui/form-dialog';
import { CURRENCIES, useCreateProgram, type Currency, type Program } from './use-manage';

interface Draft {
  name: string;
  slug: string;
  model: string;
  currency: Currency;
  /** Days as the browser's date field has them, `2026-03-01`. */
  startsOn: string;
  endsOn: string;
  capacity: number;
}

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** Prepares a programme; nobody but managers sees it before it is opened. */
export function ProgramForm({
  onCreated,
  onClose,
}: {
  onCreated: (program: Program) => void;
  onClose: () => void;
}) {
  const create = useCreateProgram(onCreated);
  const form = useForm<Draft>({
    initialValues: {
      name: '',
      slug: '',
      model: '',
      currency: 'EUR',
      startsOn: dayIn(14),
      endsOn: dayIn(104),
      capacity: 50,
    },
  });
  const { name, slug, model, startsOn, endsOn } = form.values;
  const send = ({ startsOn, endsOn, ...rest }: Draft) =>
    create.mutate({ ...rest, startsAt: `${startsOn}T00:00:00Z`, endsAt: `${endsOn}T00:00:00Z` });
  return (
    <FormDialog
      opened
      title="Prepare a programme"
      confirm="Prepare"
      isBusy={create.isPending}
      isReady={[name, slug, model, startsOn, endsOn].every((value) => value !== '')}
      error={create.error}
      onConfirm={() => send(form.values)}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        It stays a draft, visible to managers only, until it has terms, prices, a quota plan and a mark policy
        and you open it.
      </Text>
      <TextInput
        label="Name"
        required
        data-autofocus
        {...form.getInputProps('name')}
        onChange={(event) => {
          const next = event.currentTarget.value;
          const isOwnSlug = slug !== slugOf(name);
          form.setValues({ name: next, ...(isOwnSlug ? {} : { slug: slugOf(next) }) });
        }}
      />
      <TextInput
        label="Short name in addresses"
        description="Lower-case letters, digits and hyphens"
        required
        {...form.getInputProps('slug')}
      />
      <TextInput label="Model that artists try" required {...form.getInputProps('model')} />
      <Group grow>
        <TextInput type="date" label="Artists may start" required {...form.getInputProps('startsOn')} />
        <TextInput type="date" label="It ends" required {...form.getInputProps('endsOn')} />
      </Group>
      <Group grow>
        <Select
          label="Currency"
          description="Of prices and fund"
          required
          allowDeselect={false}
          data={[...CURRENCIES]}
          {...form.getInputProps('currency')}
        />
        <NumberInput
          label="Seats"
          description="Artists at most"
          min={1}
          required
          {...form.getInputProps('capacity')}
        />
      </Group>
    </FormDialog>
  );
}
