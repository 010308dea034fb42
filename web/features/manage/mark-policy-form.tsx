import { Button, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Schemas } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { asOptions } from '../../ui/use-filters';
import { usePublish, type Program } from './use-manage';

const PLACES = ['top_left', 'top_right', 'bottom_left', 'bottom_right'] as const;

function startOf({ markPolicy, name }: Program): Schemas['MarkPolicyBody'] {
  if (markPolicy === null) return { text: name, place: 'bottom_left', isVisible: true, c2pa: false };
  const { text, place, isVisible, c2pa } = markPolicy;
  return { text, place, isVisible, c2pa };
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
          label="A signed C2PA manifest is wanted"
          description="Files carry it only when this installation has something to sign with"
          {...form.getInputProps('c2pa', { type: 'checkbox' })}
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
