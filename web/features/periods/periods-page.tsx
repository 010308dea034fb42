import { Code, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { When, formatMoney } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { FormDialog } from '../../ui/form-dialog';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';

type Period = Schemas['PeriodView'];
type Verb = Period['available'][number];

const LOOKS: Record<Verb, VerbLook> = {
  close: { label: 'Close the month', variant: 'filled' },
  propose: { label: 'Propose to reopen', variant: 'default' },
  reopen: { label: 'Confirm: reopen it', color: 'red' },
  withdraw: { label: 'Leave it closed', variant: 'default' },
};
const DONE: Record<Verb, string> = {
  close: 'The month is closed.',
  propose: 'Proposed. Another person of finance confirms it.',
  reopen: 'The month is open again.',
  withdraw: 'It stays closed.',
};

const nameOf = (month: string): string =>
  new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

const amountOf = ([unit, amount]: [string, string]): string =>
  /^[A-Z]{3}$/.test(unit)
    ? formatMoney({ amount: Number(amount), currency: unit as Schemas['MoneyView']['currency'] })
    : `${new Intl.NumberFormat('en').format(Number(amount))} ${unit}`;

function Proof({ period }: { period: Period }) {
  const totals = Object.entries(period.totals);
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      Closed by {period.closedBy} {period.closedAt !== null && <When at={period.closedAt} />} with{' '}
      {period.entries} {period.entries === 1 ? 'entry' : 'entries'}
      {totals.length > 0 && ` that moved ${totals.map(amountOf).join(', ')}`}. Digest of them all:{' '}
      <Code>{period.digest}</Code>
    </Text>
  );
}

function Month({ period }: { period: Period }) {
  const queries = useQueryClient();
  const keys = useActKey();
  const [asked, setAsked] = useState<'close' | 'propose' | null>(null);
  const [reason, setReason] = useState('');
  const { month } = period;
  const act = useMutation({
    mutationFn: (verb: Verb) =>
      unwrap(
        api.POST('/api/v1/periods/{month}/{verb}', {
          params: { path: { month, verb } },
          headers: keys.headers(verb + reason),
          body: verb === 'propose' ? { reason: reason.trim() } : {},
        }),
      ),
    onSuccess: (_, verb) => {
      keys.done(verb + reason);
      setAsked(null);
      notifications.show({ message: DONE[verb] });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['periods'] }),
  });
  const begin = (verb: string) => {
    act.reset();
    if (verb === 'close' || verb === 'propose') setAsked(verb);
    else act.mutate(verb as Verb);
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={nameOf(month)}>
      <Group justify="space-between" mb="xs">
        <Group gap="sm">
          <Title order={2} size="h4">
            {nameOf(month)}
          </Title>
          <StateBadge state={period.state} />
        </Group>
        <VerbButtons available={period.available} looks={LOOKS} isBusy={act.isPending} onAct={begin} />
      </Group>
      <Stack gap="xs">
        {act.isError && asked === null && <ProblemNote error={act.error} />}
        {period.digest !== null && <Proof period={period} />}
        {period.state === 'reopening' && (
          <Text size="sm">
            {period.proposedBy} wants to reopen it: “{period.reason}” It takes a second person.
          </Text>
        )}
        {period.blockers.map(({ code, says, count }) => (
          <Text key={code} size="sm" c="dimmed">
            {says}
            {count > 1 && ` (${count})`}
          </Text>
        ))}
      </Stack>
      <FormDialog
        opened={asked !== null}
        title={asked === 'close' ? `Close ${nameOf(month)}?` : `Propose to reopen ${nameOf(month)}?`}
        confirm={asked === 'close' ? 'Close the month' : 'Propose'}
        isBusy={act.isPending}
        isReady={asked === 'close' || reason.trim() !== ''}
        error={act.error}
        onConfirm={() => asked !== null && act.mutate(asked)}
        onClose={() => setAsked(null)}
      >
        {asked === 'close' ? (
          <Text size="sm">
            Afterwards the database takes no entry dated into this month; corrections go into the present one.
            Opening it again takes two people and a reason.
          </Text>
        ) : (
          <Textarea
            label="Why"
            description="Kept in the audit log"
            required
            maxLength={500}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </FormDialog>
    </Paper>
  );
}

/** Months of the books: which are closed, with the proof, and what keeps one open. */
export function PeriodsPage() {
  const periods = useQuery({
    queryKey: ['periods'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/periods'))).items,
  });
  return (
    <>
      <PageHeader
        title="Months"
        lead="A closed month never changes: nothing can be posted into it, and its digest shows that nothing was."
      />
      <QueryView query={periods}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title="No months yet">The first month begins with the first entry.</EmptyState>
          ) : (
            <Stack maw={860}>
              {items.map((period) => (
                <Month key={period.month} period={period} />
              ))}
            </Stack>
          )
        }
      </QueryView>
    </>
  );
}
