import { Button, Group, NumberInput, Select, Stack, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Schemas } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { usePublish, type Program } from './use-manage';

const START: Schemas['QuotaPlanBody'] = {
  window: 'programme',
  credits: 2000,
  concurrency: 2,
  queued: 40,
  weight: 1,
  expiresWithWindow: false,
  rolloverPercent: 0,
  pooledCredits: 0,
  goodwill: { perShot: 2, perWeek: 5 },
};

function startOf({ quotaPlan }: Program): Schemas['QuotaPlanBody'] {
  if (quotaPlan === null) return START;
  const { window, credits, concurrency, queued, weight, expiresWithWindow, rolloverPercent } = quotaPlan;
  const { rolloverCap, pooledCredits, goodwill, programConcurrency } = quotaPlan;
  const caps = { concurrency, queued, weight };
  const rest = { expiresWithWindow, rolloverPercent, pooledCredits, goodwill };
  return {
    window,
    credits,
    ...caps,
    ...rest,
    ...(rolloverCap === null ? {} : { rolloverCap }),
    ...(programConcurrency === null ? {} : { programConcurrency }),
  };
}

/** A number that was taken out again is no number: nothing is said of it. */
function asked({ programConcurrency, ...body }: Schemas['QuotaPlanBody']): Schemas['QuotaPlanBody'] {
  return typeof programConcurrency === 'number' ? { ...body, programConcurrency } : body;
}

export function QuotaPlanForm({ program, onDone }: { program: Program; onDone: (version: number) => void }) {
  const publish = usePublish(program.id, onDone);
  const form = useForm({ initialValues: startOf(program) });
  return (
    <form
      aria-label="Next quota plan"
      onSubmit={form.onSubmit((body) => publish.mutate({ kind: 'quota-plans', body: asked(body) }))}
    >
      <Stack>
        {publish.isError && <ProblemNote error={publish.error} />}
        <NumberInput
          label="Credits of each artist"
          required
          min={1}
          thousandSeparator=","
          {...form.getInputProps('credits')}
        />
        <Select
          label="How often they come"
          required
          allowDeselect={false}
          data={[
            { value: 'day', label: 'Every day' },
            { value: 'week', label: 'Every week' },
            { value: 'programme', label: 'Once for the whole programme' },
          ]}
          {...form.getInputProps('window')}
        />
        <NumberInput
          label="Clips of one artist that render at once"
          required
          min={1}
          max={100}
          {...form.getInputProps('concurrency')}
        />
        <NumberInput
          label="Clips of the whole programme that render at once"
          description="Whoever asked for them, in all pools; empty: as many as there are places"
          placeholder="No limit"
          min={1}
          max={100_000}
          allowDecimal={false}
          {...form.getInputProps('programConcurrency')}
        />
        <NumberInput
          label="Clips that may wait besides"
          required
          min={1}
          max={10_000}
          {...form.getInputProps('queued')}
        />
        <NumberInput
          label="Share in the queue"
          description="2 gets twice as much as 1"
          required
          min={1}
          max={100}
          {...form.getInputProps('weight')}
        />
        <Switch
          label="What is left expires when the next credits come"
          {...form.getInputProps('expiresWithWindow', { type: 'checkbox' })}
        />
        <NumberInput
          label="Percent of it that carries over all the same"
          min={0}
          max={100}
          allowDecimal={false}
          disabled={form.values.expiresWithWindow !== true}
          {...form.getInputProps('rolloverPercent')}
        />
        <NumberInput
          label="Credits in the pool that all artists share"
          description="Paid from once an artist’s own are spent"
          min={0}
          allowDecimal={false}
          thousandSeparator=","
          {...form.getInputProps('pooledCredits')}
        />
        <NumberInput
          label="Unusable clips with credits back, of one prompt"
          required
          min={0}
          max={100}
          {...form.getInputProps('goodwill.perShot')}
        />
        <NumberInput
          label="Unusable clips with credits back, in a week"
          required
          min={0}
          max={1_000}
          {...form.getInputProps('goodwill.perWeek')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={publish.isPending}>
            Publish version {(program.quotaPlan?.version ?? 0) + 1}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
