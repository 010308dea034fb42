import { Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { useFilters } from '../../ui/use-filters';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { AwardCard } from './award-card';
import { CallForm } from './call-form';
import { JudgingPanel } from './judging-panel';
import { Questions } from './questions';
import { RubricTable } from '../../ui/rubric-table';
import { awardsQuery, callQuery, dayOf, useGrantAct, type Call } from './use-grants';

const LOOKS: Record<string, VerbLook> = {
  open: { label: 'Hold the budget and open', variant: 'filled' },
  close: { label: 'Close', variant: 'filled' },
  decide: { label: 'Publish the decisions', variant: 'filled' },
};

const NEXT: Record<Call['state'], string> = {
  draft: 'Check criteria and dates: nothing of it changes once it is open.',
  open: 'It closes by itself at its deadline. Put the panel together until then.',
  closed: 'Reviews are handed out. When all are in, make the ranking, decide each application, then publish.',
  decided: 'Everyone has an answer. Awards go on under Awards.',
  cancelled: 'Its money is back in the fund.',
};

function Awards({ callId }: { callId: string }) {
  const awards = useInfiniteQuery(awardsQuery(callId));
  return (
    <PagedView
      query={awards}
      empty={<Text c="dimmed">Awards stand here once the decisions are published.</Text>}
    >
      {(items) => (
        <Stack>
          {items.map((award) => (
            <AwardCard key={award.id} award={award} />
          ))}
        </Stack>
      )}
    </PagedView>
  );
}

function Managed({ call }: { call: Call }) {
  const [filters, change] = useFilters(['tab'] as const);
  const [isEditing, setEditing] = useState(false);
  const act = useGrantAct((verb: Call['available'][number], headers) =>
    unwrap(api.POST('/api/v1/calls/{id}/{verb}', { params: { path: { id: call.id, verb } }, headers })),
  );
  return (
    <>
      <PageHeader title={call.title} lead={NEXT[call.state]} action={<StateBadge state={call.state} />} />
      <Stack>
        <Text>
          {formatMoney(call.budget)}, {formatMoney(call.awarded)} awarded. Hand in by {dayOf(call.closesAt)},
          answer by {dayOf(call.decidesAt)}
          {call.daysLate > 0 && `: ${call.daysLate} days late`}.
        </Text>
        {act.isError && <ProblemNote error={act.error} />}
        <Group>
          <VerbButtons
            available={call.available}
            looks={LOOKS}
            isBusy={act.isPending}
            onAct={(name) => {
              const verb = call.available.find((known) => known === name);
              if (verb !== undefined) act.mutate(verb);
            }}
          />
          {call.available.includes('cancel') && (
            <ConfirmButton
              label="Cancel the call"
              title="Cancel this call?"
              confirm="Cancel it"
              isBusy={act.isPending}
              error={act.error}
              onConfirm={() => act.mutateAsync('cancel')}
            >
              Its money goes back to the fund at once and everybody who applied is told. A cancelled call
              cannot be opened again.
            </ConfirmButton>
          )}
          {call.state === 'draft' && (
            <Button variant="light" onClick={() => setEditing(true)}>
              Rewrite
            </Button>
          )}
        </Group>
        <Tabs value={filters.tab ?? 'judging'} onChange={(tab) => change({ tab })} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="judging">Judging</Tabs.Tab>
            <Tabs.Tab value="awards">Awards</Tabs.Tab>
            <Tabs.Tab value="questions">Questions</Tabs.Tab>
            <Tabs.Tab value="criteria">Criteria</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="judging" pt="md">
            <JudgingPanel call={call} />
          </Tabs.Panel>
          <Tabs.Panel value="awards" pt="md">
            <Awards callId={call.id} />
          </Tabs.Panel>
          <Tabs.Panel value="questions" pt="md">
            <Questions call={call} isManaged />
          </Tabs.Panel>
          <Tabs.Panel value="criteria" pt="md">
            <Text style={{ whiteSpace: 'pre-wrap' }}>{call.criteria}</Text>
            <RubricTable rubric={call.rubric} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
      {isEditing && (
        <CallForm call={call} onDone={() => setEditing(false)} onClose={() => setEditing(false)} />
      )}
    </>
  );
}

/** One call for those who run it. */
export function ManageCallPage() {
  const { callId } = useParams({ strict: false });
  const call = useQuery(callQuery(callId ?? ''));
  return (
    <QueryView query={call} rows={4}>
      {(data) => <Managed call={data} />}
    </QueryView>
  );
}
