import { Button, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { formatMoney } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { CURRENCIES, useDraft, usePrograms, type Program } from './use-finance';

/** Everything that is due in one programme and currency becomes one batch. Nothing is sent by it. */
export function DraftForm({ onClose }: { onClose: () => void }) {
  const { programs, options } = usePrograms();
  const navigate = useNavigate();
  const form = useForm<{ programId: string; currency: Program['currency'] | '' }>({
    initialValues: { programId: '', currency: '' },
    validate: {
      programId: (value) => (value === '' ? 'Choose a programme.' : null),
      currency: (value) => (value === '' ? 'Choose a currency.' : null),
    },
  });
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
  return (
    <Paper withBorder p="md" mb="lg">
      <form
        aria-label="Draft a batch"
        onSubmit={form.onSubmit(({ programId, currency }) => {
          if (currency !== '') draft.mutate({ programId, currency });
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
          </Group>
          <Text size="sm" c="dimmed">
            Takes everything that is due. You see totals and who is left out before somebody else approves.
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
