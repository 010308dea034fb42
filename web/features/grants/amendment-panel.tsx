import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { StepsDialog } from './steps-dialog';
import { dayOf, useGrantAct, type Award } from './use-grants';

type Amendment = Schemas['AmendmentView'];

function Proposed({ amendment, award }: { amendment: Amendment; award: Award }) {
  const act = useGrantAct((verb: Amendment['available'][number], headers) =>
    unwrap(
      api.POST('/api/v1/amendments/{id}/{verb}', { params: { path: { id: amendment.id, verb } }, headers }),
    ),
  );
  return (
    <Alert title={amendment.isMine ? 'You propose other steps' : 'Other steps are proposed'}>
      <Stack gap="xs">
        <Text size="sm">{amendment.reason}</Text>
        <List size="sm">
          {amendment.steps.map((step, index) => (
            <List.Item key={index}>
              {step.title}: {formatMoney({ amount: step.amount, currency: award.amount.currency })}, by{' '}
              {dayOf(step.dueAt)}
            </List.Item>
          ))}
        </List>
        {act.isError && <ProblemNote error={act.error} />}
        <Group gap="xs">
          {amendment.available.includes('agree') && (
            <Button size="compact-md" loading={act.isPending} onClick={() => act.mutate('agree')}>
              Agree
            </Button>
          )}
          {amendment.available.includes('reject') && (
            <Button
              size="compact-md"
              variant="light"
              loading={act.isPending}
              onClick={() => act.mutate('reject')}
            >
              {amendment.isMine ? 'Withdraw the proposal' : 'Reject'}
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

/** Changes of the steps: both sides agree, the amount stays. */
export function AmendmentPanel({ award }: { award: Award }) {
  const [isProposing, setProposing] = useState(false);
  const open = award.amendments.filter(({ state }) => state === 'proposed');
  const propose = useGrantAct(
    (body: Schemas['AmendmentBody'], headers) =>
      unwrap(
        api.POST('/api/v1/awards/{id}/amendments', { params: { path: { id: award.id } }, headers, body }),
      ),
    () => setProposing(false),
  );
  const left = award.amount.amount - award.earned.amount;
  return (
    <>
      {open.map((amendment) => (
        <Proposed key={amendment.id} amendment={amendment} award={award} />
      ))}
      {award.state === 'active' && open.length === 0 && left > 0 && (
        <Group>
          <Button variant="subtle" onClick={() => setProposing(true)}>
            Propose other steps
          </Button>
        </Group>
      )}
      {isProposing && (
        <StepsDialog
          title="Other steps for what is not paid yet"
          total={{ amount: left, currency: award.amount.currency }}
          isBusy={propose.isPending}
          error={propose.error}
          onConfirm={(steps, reason) => propose.mutate({ reason, steps })}
          onClose={() => {
            propose.reset();
            setProposing(false);
          }}
        />
      )}
    </>
  );
}
