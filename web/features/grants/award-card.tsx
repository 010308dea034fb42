import { Alert, Button, Group, Paper, Spoiler, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { AmendmentPanel } from './amendment-panel';
import { MilestoneRow } from './milestone-row';
import { TextDialog } from '../../ui/text-dialog';
import { dayOf, useGrantAct, type Award } from './use-grants';

type Verb = Award['available'][number];

/** What each step asks for, and what follows from it. */
const ASKS: Partial<Record<Verb, { label: string; title: string; lead: string; color?: string }>> = {
  report: {
    label: 'Hand in the report',
    title: 'Report',
    lead: 'What was made, and what you would tell somebody who does this next. It closes the award.',
  },
  terminate: {
    label: 'End the award',
    title: 'End the award',
    lead: 'The artist reads your reasons and can appeal for six months to somebody else. What was earned stays earned; the rest stays held until then.',
    color: 'red',
  },
  appeal: {
    label: 'Appeal',
    title: 'Appeal',
    lead: 'Somebody who had no part in it reads this and answers with reasons.',
  },
};

/** An award with its agreement and steps; the server says which buttons there are. */
export function AwardCard({ award }: { award: Award }) {
  const [asking, setAsking] = useState<Verb | null>(null);
  const act = useGrantAct(
    ({ verb, ...body }: { verb: Verb; text?: string; agreementHash?: string }, headers) =>
      unwrap(
        api.POST('/api/v1/awards/{id}/{verb}', { params: { path: { id: award.id, verb } }, headers, body }),
      ),
    () => setAsking(null),
  );
  const asked = asking === null ? undefined : ASKS[asking];
  return (
    <Paper withBorder p="md" component="article">
      <Stack>
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={3} size="h4">
              {award.callTitle}
            </Title>
            <StateBadge state={award.state} />
          </Group>
          <Text>
            {formatMoney(award.earned)} earned of {formatMoney(award.amount)}
          </Text>
        </Group>
        {act.isError && asking === null && <ProblemNote error={act.error} />}
        {award.endReasons !== null && (
          <Alert color="yellow" title="Why it was ended">
            {award.endReasons}
            {award.state === 'ending' && award.appealUntil !== null && (
              <Text size="sm">An appeal is possible until {dayOf(award.appealUntil)}.</Text>
            )}
            {award.appeal !== null && <Text size="sm">Appeal: {award.appeal}</Text>}
            {award.appealAnswer !== null && <Text size="sm">Answer: {award.appealAnswer}</Text>}
          </Alert>
        )}
        <Spoiler
          maxHeight={award.state === 'offered' ? 1_000 : 60}
          showLabel="Read the agreement"
          hideLabel="Less"
        >
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {award.agreement}
          </Text>
        </Spoiler>
        {award.available.includes('accept') && (
          <Group>
            <Button
              loading={act.isPending}
              onClick={() => act.mutate({ verb: 'accept', agreementHash: award.agreementHash })}
            >
              I accept this agreement
            </Button>
            <ConfirmButton
              label="Turn it down"
              title="Turn the award down?"
              confirm="Turn it down"
              isBusy={act.isPending}
              error={act.error}
              onConfirm={() => act.mutateAsync({ verb: 'turnDown' })}
            >
              The next on the reserve list gets it. The offer stands until {dayOf(award.offerUntil)}.
            </ConfirmButton>
          </Group>
        )}
        <Stack gap="xs" component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
          {award.milestones.map((milestone) => (
            <MilestoneRow key={milestone.id} milestone={milestone} />
          ))}
        </Stack>
        <AmendmentPanel award={award} />
        <Group>
          {(Object.keys(ASKS) as Verb[])
            .filter((verb) => award.available.includes(verb))
            .map((verb) => (
              <Button key={verb} variant="light" color={ASKS[verb]?.color} onClick={() => setAsking(verb)}>
                {ASKS[verb]?.label}
              </Button>
            ))}
        </Group>
      </Stack>
      {asking !== null && asked !== undefined && (
        <TextDialog
          title={asked.title}
          lead={asked.lead}
          confirm={asked.label}
          color={asked.color}
          isBusy={act.isPending}
          error={act.error}
          onConfirm={(text) => act.mutate({ verb: asking, text })}
          onClose={() => {
            act.reset();
            setAsking(null);
          }}
        />
      )}
    </Paper>
  );
}
