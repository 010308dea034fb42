import { Blockquote, Button, Grid, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useAppealMessage } from '../../api/appeals';
import { submissionQuery } from '../../api/submissions';
import { When } from '../../ui/amounts';
import type { ClipControls } from '../../ui/clip-controls';
import { Dialogue } from '../../ui/dialogue';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { FramePlayer } from './frame-player';
import { useOnClip } from './use-on-clip';
import { FactsPane } from './facts-pane';
import { appealQuery, useAppealStep, type Appeal, type Detail } from './use-review';

type Verb = Appeal['available'][number];

const TAKE: Record<string, VerbLook> = {
  take: { label: 'Take this appeal', variant: 'filled' },
  giveBack: { label: 'Give back', variant: 'subtle', color: 'gray' },
};

const ANSWERS: readonly { verb: Verb; label: string; color?: string; follows: string }[] = [
  { verb: 'uphold', label: 'Uphold the decision', color: 'red', follows: 'The refusal stands.' },
  {
    verb: 'overturnPartly',
    label: 'Overturn in part',
    follows: 'It goes back to the artist with your reasons as the note.',
  },
  { verb: 'overturn', label: 'Overturn', follows: 'It is approved and published.' },
];

const DONE: Partial<Record<Verb, string>> = {
  take: 'The appeal is yours.',
  giveBack: 'The appeal waits for somebody else.',
  uphold: 'Upheld. The artist reads your reasons.',
  overturn: 'Overturned. The artist reads your reasons.',
  overturnPartly: 'Overturned in part. The artist reads your reasons.',
};

function Answer({ appeal, step }: { appeal: Appeal; step: ReturnType<typeof useAppealStep> }) {
  const form = useForm({
    initialValues: { reasons: '' },
    validate: {
      reasons: (value) => (value.trim().length < 20 ? 'Answer in at least 20 characters.' : null),
    },
  });
  const answers = ANSWERS.filter(({ verb }) => appeal.available.includes(verb));
  if (answers.length === 0) return null;
  const send = (verb: Verb) => form.onSubmit(({ reasons }) => step.mutate({ verb, reasons }))();
  return (
    <form aria-label="Answer the appeal">
      <Stack gap="sm">
        <Textarea
          label="Your reasons"
          description="The artist reads them as they are; at least 20 characters"
          required
          autosize
          minRows={4}
          maxLength={5000}
          {...form.getInputProps('reasons')}
        />
        <Group align="flex-start">
          {answers.map(({ verb, label, color, follows }) => (
            <Stack key={verb} gap={2} maw={190}>
              <Button color={color} variant="light" loading={step.isPending} onClick={() => send(verb)}>
                {label}
              </Button>
              <Text size="xs" c="dimmed">
                {follows}
              </Text>
            </Stack>
          ))}
        </Group>
      </Stack>
    </form>
  );
}

function Hearing({ appeal, detail, onAnswered }: { appeal: Appeal; detail: Detail; onAnswered: () => void }) {
  const player = useRef<ClipControls>(null);
  const onClip = useOnClip(player, detail.clip.seconds);
  const write = useAppealMessage(appeal.id, appeal.submissionId);
  const step = useAppealStep(appeal.id, (verb) => {
    notifications.show({ message: `${detail.title}: ${DONE[verb] ?? verb}` });
    if (verb !== 'take') onAnswered();
  });
  return (
    <Grid>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack>
          <Group justify="space-between">
            <Title order={2} size="h4">
              {detail.title}
            </Title>
            <StateBadge state={appeal.state} />
          </Group>
          <Paper withBorder p="md">
            <Title order={3} size="h5">
              Why {detail.author?.name ?? 'the artist'} appeals
            </Title>
            <Blockquote p="sm" mt="xs" color="gray">
              {appeal.grounds}
            </Blockquote>
            <Text size="xs" c="dimmed">
              Filed <When at={appeal.createdAt} />, the answer is due <When at={appeal.dueAt} />
              {appeal.isLate && ': late'}
            </Text>
          </Paper>
          <FramePlayer detail={detail} player={player} onClip={onClip} />
          {step.isError && <ProblemNote error={step.error} />}
          <VerbButtons
            available={appeal.available}
            looks={TAKE}
            isBusy={step.isPending}
            onAct={(verb) => step.mutate({ verb: verb === 'take' ? 'take' : 'giveBack' })}
          />
          <Dialogue messages={appeal.messages} canWrite={appeal.canWrite} asStaff write={write} />
          <Answer appeal={appeal} step={step} />
          {appeal.available.length === 0 && appeal.closedAt === null && (
            <Text size="sm" c="dimmed">
              {appeal.state === 'filed'
                ? 'You took part in this submission: somebody else hears the appeal.'
                : 'Somebody else hears this appeal.'}
            </Text>
          )}
          {appeal.reasons !== null && (
            <Paper withBorder p="md">
              <Title order={3} size="h5">
                The answer
              </Title>
              <Text>{appeal.reasons}</Text>
            </Paper>
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <FactsPane detail={detail} player={player} onClip={onClip} />
      </Grid.Col>
    </Grid>
  );
}

/** One appeal beside what it is about: the statement of reasons, the clip, the rules. */
export function AppealPane({ id, onAnswered }: { id: string; onAnswered: () => void }) {
  const appeal = useQuery(appealQuery(id));
  const about = appeal.data?.submissionId ?? '';
  const detail = useQuery({ ...submissionQuery(about), enabled: about !== '' });
  return (
    <QueryView query={appeal}>
      {(found) => (
        <QueryView query={detail}>
          {(submission) => <Hearing appeal={found} detail={submission} onAnswered={onAnswered} />}
        </QueryView>
      )}
    </QueryView>
  );
}
