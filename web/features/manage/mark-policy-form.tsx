import { Button, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Schemas } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { asOptions } from '../../ui/use-filters';
import { usePublish, type Program } from './use-manage';

const PLACES = ['top_left', 'top_right', 'bottom_left', 'bottom_right'] as const;

const USES = [
  { value: 'not_allowed', label: 'May not be used' },
  { value: 'allowed', label: 'May be used' },
];

function startOf({ markPolicy, name }: Program): Schemas['MarkPolicyBody'] {
  const first = { text: name, place: 'bottom_left', isVisible: true, c2pa: true } as const;
  const { text, place, isVisible, c2pa } = markPolicy ?? first;
  const { trainingUse = 'not_allowed', artistCredit = false } = markPolicy ?? {};
  return { text, place, isVisible, c2pa, trainingUse, artistCredit };
}

export function MarkPolicyForm({ program, onDone }: { program: Program; onDone: (version: number) => void }) {
  const publish = usePublish(program.id, onDone);
  const form = useForm({ initialValues: startOf(program) });
  return (
    <form
      aria-label="Next mark policy"
      onSubmit={form.onSubmit((body) => publish.mutate({ kind: 'mark-policies', body }))}
    >
      <Stack>
        {publish.isError && <ProblemNote error={publish.error} />}
        <TextInput label="Words of the mark" required maxLength={60} {...form.getInputProps('text')} />
        <Select
          label="Corner of the picture"
          required
          allowDeselect={false}
          data={asOptions(PLACES)}
          {...form.getInputProps('place')}
        />
        <Switch
          label="Burn the mark into the picture"
          {...form.getInputProps('isVisible', { type: 'checkbox' })}
        />
        <Switch
          label="Sign a C2PA manifest into every file"
          description="It is read back from the stored file; a clip without a valid one is not delivered"
          {...form.getInputProps('c2pa', { type: 'checkbox' })}
        />
        <Select
          label="Training and data mining"
          description="What the manifest says to those who find the file"
          allowDeselect={false}
          disabled={!form.values.c2pa}
          data={USES}
          {...form.getInputProps('trainingUse')}
        />
        <Switch
          label="Artists may be named in the manifest"
          description="Each decides for themselves; nobody is named unasked"
          disabled={!form.values.c2pa}
          {...form.getInputProps('artistCredit', { type: 'checkbox' })}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={publish.isPending}>
            Publish version {(program.markPolicy?.version ?? 0) + 1}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
