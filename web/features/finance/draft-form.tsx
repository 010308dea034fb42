import { Button, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { formatMoney } from '../../ui/amounts';
import { railName } from './rail-names';
import { ProblemNote } from '../../ui/problem-note';
import { CURRENCIES, railsQuery, useDraft, usePrograms, type Batch, type Program } from './use-finance';

/** Everything that is due in one programme and currency becomes one batch. Nothing is sent by it. */
export function DraftForm({ onClose }: { onClose: () => void }) {
  const { programs, options } = usePrograms();
  const navigate = useNavigate();
  const rails = useQuery(railsQuery).data;
  const form = useForm<{ programId: string; currency: Program['currency'] | ''; rail: Batch['rail'] | null }>(
    {
      initialValues: { programId: '', currency: '', rail: null },
      validate: {
        programId: (value) => (value === '' ? 'Choose a programme.' : null),
        currency: (value) => (value === '' ? 'Choose a currency.' : null),
      },
    },
  );
  const draft = useDraft((batch) => {
    notifications.show({
      message: `Drafted: ${formatMoney(batch.total)} in ${batch.count} ${batch.count === 1 ? 'payout' : 'payouts'}.`,
    });
    void navigate({ to: '/finance/batches/$batchId', params: { batchId: batch.id } });
  });
  const choose = (programId: string | null) => {
    const program = programs.find(({ id }) => id === programId);
    form.setValues({ programId: programId ?? '', currency: program?.currency ?? '' });
  };
  const rail = form.values.rail ?? rails?.usual ?? null;
  const least = rails?.items
    .find(({ key }) => key === rail)
    ?.least.find(({ currency }) => currency === form.values.currency);
  return (
    <Paper withBorder p="md" mb="lg">
      <form
        aria-label="Draft a batch"
        onSubmit={form.onSubmit(({ programId, currency }) => {
          if (currency !== '') draft.mutate({ programId, currency, ...(rail !== null && { rail }) });
        })}
      >
        <Stack>
          <Group align="flex-start">
            <Select
              label="Programme"
              required
              data={options}
              {...form.getInputProps('programId')}
              onChange={choose}
            />
            <Select
              label="Currency"
              required
              w={120}
              data={[...CURRENCIES]}
              {...form.getInputProps('currency')}
            />
            <Select
              label="Way of paying"
              allowDeselect={false}
              data={(rails?.items ?? []).map(({ key }) => ({ value: key, label: railName(key) }))}
              {...form.getInputProps('rail')}
              value={rail}
            />
          </Group>
          <Text size="sm" c="dimmed">
            Takes everything that is due to artists who are paid this way.{' '}
            {least !== undefined && `Less than ${formatMoney(least)} stays due and goes into a later batch. `}
            You see totals and who is left out, and why, before somebody else approves.
          </Text>
          {draft.isError && <ProblemNote error={draft.error} />}
          <Group>
            <Button type="submit" loading={draft.isPending}>
              Draft the batch
            </Button>
            <Button variant="default" onClick={onClose}>
              Back
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
