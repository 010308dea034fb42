import { Button, Group, NumberInput, Select, Stack, TagsInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { providersQuery } from '../../api/pools';
import { ProblemNote } from '../../ui/problem-note';
import { usePublish, type Program } from './use-manage';

const WAYS = [
  { value: 'review', label: 'By people, against criteria' },
  { value: 'first_come', label: 'First come' },
  { value: 'draw', label: 'By a draw that everybody can check' },
];

/** Which providers and models may render; empty allows every one that is installed. */
export function ModelPolicyForm({
  program,
  onDone,
}: {
  program: Program;
  onDone: (version: number) => void;
}) {
  const publish = usePublish(program.id, onDone);
  const { providers = [], models = [], version = 0 } = program.modelPolicy ?? {};
  const installed = useQuery(providersQuery).data ?? [];
  const form = useForm({ initialValues: { providers, models } });
  return (
    <form
      aria-label="Next model policy"
      onSubmit={form.onSubmit((body) =>
        publish.mutate({ kind: 'model-policies', body: { ...body, basedOn: version } }),
      )}
    >
      <Stack>
        {publish.isError && <ProblemNote error={publish.error} />}
        <TagsInput
          label="Providers that may render"
          description="Empty: every one that is installed"
          data={installed.map(({ key }) => key)}
          {...form.getInputProps('providers')}
        />
        <TagsInput
          label="Models that may be asked for"
          description="Empty: every one that a provider offers"
          data={[...new Set(installed.map(({ model }) => model))]}
          {...form.getInputProps('models')}
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

/** How artists are selected: said before anybody applies. */
export function ReviewPolicyForm({
  program,
  onDone,
}: {
  program: Program;
  onDone: (version: number) => void;
}) {
  const publish = usePublish(program.id, onDone);
  const {
    selection = 'review',
    criteria = '',
    reviewers = 2,
    decisionDays = 14,
    version = 0,
  } = program.reviewPolicy ?? {};
  const form = useForm({ initialValues: { selection, criteria, reviewers, decisionDays } });
  return (
    <form
      aria-label="Next review policy"
      onSubmit={form.onSubmit((body) =>
        publish.mutate({ kind: 'review-policies', body: { ...body, basedOn: version } }),
      )}
    >
      <Stack>
        {publish.isError && <ProblemNote error={publish.error} />}
        <Select
          label="How artists are selected"
          required
          allowDeselect={false}
          data={WAYS}
          {...form.getInputProps('selection')}
        />
        <Textarea
          label="Criteria"
          description="What applications are judged by; applicants read it. At least 20 characters"
          required
          autosize
          minRows={3}
          maxLength={4000}
          {...form.getInputProps('criteria')}
        />
        <NumberInput
          label="People who score each"
          required
          min={1}
          max={10}
          {...form.getInputProps('reviewers')}
        />
        <NumberInput
          label="Days to the decision"
          required
          min={1}
          max={180}
          {...form.getInputProps('decisionDays')}
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
