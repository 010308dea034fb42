import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { Case } from './hearing-parts';
import { HearingDialogue } from './hearing-dialogue';
import { ReasonsForm, type Answer } from './reasons-form';
import { StatementPanel } from './statement-panel';
import { hearingQuery, KINDS, useHearingStep, type Hearing } from './use-redress';

type Verb = Hearing['available'][number];

const TAKE: Record<string, VerbLook> = {
  take: { label: 'Take this appeal', variant: 'filled' },
  giveBack: { label: 'Give it back', variant: 'subtle', color: 'gray' },
};

const answersOf = (hearing: Hearing): readonly Answer<Verb>[] => {
  const all: readonly Answer<Verb>[] = [
    { verb: 'uphold', label: 'Uphold the decision', color: 'red', follows: 'The decision stands.' },
    {
      verb: 'overturnPartly',
      label: 'Overturn in part',
      follows: 'The decision is revised; what can be given back is.',
    },
    { verb: 'overturn', label: 'Overturn', follows: hearing.statement.restores },
  ];
  return all.filter(({ verb }) => hearing.available.includes(verb));
};

const DONE: Partial<Record<Verb, string>> = {
  take: 'The appeal is yours.',
  giveBack: 'It waits for somebody else.',
  uphold: 'Upheld. The artist reads your reasons.',
  overturn: 'Overturned. What was taken is given back.',
  overturnPartly: 'Overturned in part. The artist reads your reasons.',
};

function Desk({ hearing }: { hearing: Hearing }) {
  const step = useHearingStep(hearing.id);
  const act = (verb: Verb, reasons?: string) =>
    step.mutate(
      { verb, ...(reasons !== undefined && { reasons }) },
      { onSuccess: () => notifications.show({ message: DONE[verb] ?? verb }) },
    );
  const answers = answersOf(hearing);
  if (hearing.closedAt !== null) return null;
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            Your part
          </Title>
          <VerbButtons
            available={hearing.available}
            looks={TAKE}
            isBusy={step.isPending}
            onAct={(verb) => act(verb === 'take' ? 'take' : 'giveBack')}
          />
        </Group>
        {hearing.available.length === 0 && (
          <Text size="sm">
            {hearing.state === 'filed'
              ? 'You took part in this decision, or your role does not hear it: somebody else does.'
              : 'Somebody else hears this appeal.'}
          </Text>
        )}
        {answers.length === 0 && step.isError && <ProblemNote error={step.error} />}
        <ReasonsForm
          name="Answer the appeal"
          answers={answers}
          isBusy={step.isPending}
          error={step.error}
          onAnswer={act}
        />
      </Stack>
    </Paper>
  );
}

/** One appeal as whoever hears it sees it: the case, the statement with what was decided upon, the answer. */
export function HearingPage() {
  const { hearingId = '' } = useParams({ strict: false });
  const hearing = useQuery({ ...hearingQuery(hearingId), refetchInterval: 30_000 });
  return (
    <QueryView query={hearing}>
      {(found) => (
        <>
          <PageHeader
            title={`Appeal: ${KINDS[found.kind].toLowerCase()}`}
            lead={
              <Anchor inherit renderRoot={(props) => <Link to="/review/hearings" {...props} />}>
                All hearings
              </Anchor>
            }
          />
          <Stack maw={860}>
            <Case hearing={found} mine={false} />
            <StatementPanel statement={found.statement} />
            <HearingDialogue hearing={found} asStaff />
            <Desk hearing={found} />
          </Stack>
        </>
      )}
    </QueryView>
  );
}
