import { Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { DecisionDialog, type Decision } from './decision-dialog';
import { useGrantAct, type Application, type Call, type Judging } from './use-grants';

type Verb = Application['available'][number];
const DECIDING: readonly Verb[] = ['award', 'reserve', 'decline'];
const LABELS: Partial<Record<Verb, string>> = {
  award: 'Award',
  reserve: 'To the reserve list',
  decline: 'Decline',
};

/** One application with its scores, and what may be decided of it now. */
export function DecisionCard({
  call,
  ranked,
  application,
}: {
  call: Call;
  ranked: Judging['ranking'][number];
  application: Application;
}) {
  const [deciding, setDeciding] = useState<Verb | null>(null);
  const act = useGrantAct(
    ({ verb, ...body }: { verb: Verb } & Partial<Decision>, headers) =>
      unwrap(
        api.POST('/api/v1/call-applications/{id}/{verb}', {
          params: { path: { id: application.id, verb } },
          headers,
          body,
        }),
      ),
    () => setDeciding(null),
  );
  const finalist = useGrantAct((_: null, headers) =>
    unwrap(
      api.POST('/api/v1/call-applications/{id}/finalist', {
        params: { path: { id: application.id } },
        headers,
      }),
    ),
  );
  const can = (verb: Verb): boolean => application.available.includes(verb);
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="xs">
            <Text fw={600}>
              {ranked.rank === null ? 'Not ranked' : `Rank ${ranked.rank}`} · {application.id.slice(-6)}
            </Text>
            <StateBadge state={application.state} />
            {application.isFinalist && <StateBadge state="finalist" />}
            {ranked.isTie && <Text size="sm">tie, decided by the draw</Text>}
          </Group>
          <Text className="figures">
            {ranked.mean === null
              ? 'no review yet'
              : `${ranked.mean.toFixed(2)} of 5, spread ${ranked.spread.toFixed(2)}`}{' '}
            ({ranked.reviews} reviews)
          </Text>
        </Group>
        <Text maw={760} style={{ whiteSpace: 'pre-wrap' }} lineClamp={6}>
          {application.statement}
        </Text>
        <Text size="sm">
          Asked for {formatMoney(application.requested)}
          {application.awarded !== null && `, awarded ${formatMoney(application.awarded)}`}
        </Text>
        {ranked.notes.length > 0 && (
          <List size="sm">
            {ranked.notes.map((note, index) => (
              <List.Item key={index}>{note}</List.Item>
            ))}
          </List>
        )}
        {application.reasons !== null && <Text size="sm">Reasons: {application.reasons}</Text>}
        {(finalist.isError || (act.isError && deciding === null)) && (
          <ProblemNote error={finalist.error ?? act.error} />
        )}
        <Group gap="xs">
          {DECIDING.filter(can).map((verb) => (
            <Button key={verb} size="compact-md" variant="light" onClick={() => setDeciding(verb)}>
              {LABELS[verb]}
            </Button>
          ))}
          {can('revise') && (
            <Button
              size="compact-md"
              variant="subtle"
              loading={act.isPending}
              onClick={() => act.mutate({ verb: 'revise' })}
            >
              Take the decision back
            </Button>
          )}
          {call.finalists > 0 &&
            call.state === 'closed' &&
            application.state === 'in_review' &&
            !application.isFinalist && (
              <Button
                size="compact-md"
                variant="subtle"
                loading={finalist.isPending}
                onClick={() => finalist.mutate(null)}
              >
                Name a finalist and pay {formatMoney(call.stipend)}
              </Button>
            )}
        </Group>
      </Stack>
      {deciding !== null && (
        <DecisionDialog
          title={`${LABELS[deciding] ?? ''}: ${application.id.slice(-6)}`}
          gives={deciding !== 'decline'}
          requested={application.requested}
          isBusy={act.isPending}
          error={act.error}
          onConfirm={(decision) => act.mutate({ verb: deciding, ...decision })}
          onClose={() => {
            act.reset();
            setDeciding(null);
          }}
        />
      )}
    </Paper>
  );
}
