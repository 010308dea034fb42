import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemNote } from '../../ui/problem-note';
import { usePublish, type Program } from './use-manage';

/** How long clips stay that nobody keeps and nothing needs. */
export function RetentionPolicyForm({
  program,
  onDone,
}: {
  program: Program;
  onDone: (version: number) => void;
}) {
  const publish = usePublish(program.id, onDone);
  const { version = 0 } = program.retentionPolicy ?? {};
  const { finalDays, draftDays, warningDays, binDays } = program.retention;
  const form = useForm({ initialValues: { finalDays, draftDays, warningDays, binDays } });
  return (
    <form
      aria-label="Next retention policy"
      onSubmit={form.onSubmit((body) =>
        publish.mutate({ kind: 'retention-policies', body: { ...body, basedOn: version } }),
      )}
    >
      <Stack>
        {publish.isError && <ProblemNote error={publish.error} />}
        <Text size="sm">
          Keepers never go, nor what is published, offered for sharing, under appeal, withheld, or part of
          feedback that is open or unpaid. What goes sooner by a new rule is announced all the same.
        </Text>
        <NumberInput
          label="Days that a final stays that nobody keeps"
          required
          min={30}
          max={3650}
          {...form.getInputProps('finalDays')}
        />
        <NumberInput
          label="Days that a draft stays"
          required
          min={14}
          max={3650}
          {...form.getInputProps('draftDays')}
        />
        <NumberInput
          label="Days from the notice to the bin"
          description="Two weeks at least"
          required
          min={14}
          max={90}
          {...form.getInputProps('warningDays')}
        />
        <NumberInput
          label="Days in the bin"
          description="Thirty at least"
          required
          min={30}
          max={365}
          {...form.getInputProps('binDays')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={publish.isPending}>
            Publish version {version + 1}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
