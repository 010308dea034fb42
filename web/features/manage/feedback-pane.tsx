import { Alert, Badge, Code, Grid, Group, Rating, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { feedbackQuery } from '../../api/feedback';
import { When } from '../../ui/amounts';
import { MarkedClip } from '../../ui/marked-clip';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { Beside, Heading } from './feedback-beside';
import { asksFirst, StepForm } from './feedback-steps';
import { useFeedbackStep, type Feedback, type FeedbackVerb } from './use-feedback';

const LOOKS: Record<string, VerbLook> = {
  accept: { label: 'Accept', variant: 'filled' },
  triage: { label: 'Triaged' },
  askInfo: { label: 'Ask for more' },
  markDuplicate: { label: 'Duplicate of…' },
  decline: { label: 'Decline', color: 'red' },
  plan: { label: 'Plan', variant: 'filled' },
  begin: { label: 'Begin' },
  ship: { label: 'Shipped' },
};

const RATINGS: readonly [keyof Feedback['ratings'], string][] = [
  ['promptAdherence', 'Shows what was asked'],
  ['motion', 'Moves well'],
  ['consistency', 'Things stay themselves'],
  ['artefacts', 'Free of artefacts'],
];

function Ratings({ ratings }: { ratings: Feedback['ratings'] }) {
  return (
    <Stack gap={2}>
      {RATINGS.map(([name, label]) => {
        const value = ratings[name];
        if (value === undefined) return null;
        return (
          <Group key={name} gap="xs" justify="space-between">
            <Text size="sm">{label}</Text>
            <Group gap={6}>
              <Rating value={value} readOnly size="xs" aria-hidden />
              <Text size="sm" className="figures">
                {value} of 5
              </Text>
            </Group>
          </Group>
        );
      })}
    </Stack>
  );
}

function Said({ item }: { item: Feedback }) {
  const lines: [string, string | null][] = [
    ['Added when asked', item.info],
    ['Answer of the programme', item.answer],
    ['Reason', item.reason?.replaceAll('_', ' ') ?? null],
    ['Shipped in', item.shippedIn],
  ];
  return (
    <>
      {lines.map(([label, text]) =>
        text === null ? null : (
          <div key={label}>
            <Text size="xs" c="dimmed">
              {label}
            </Text>
            <Text size="sm">{text}</Text>
          </div>
        ),
      )}
      {item.originalId !== null && (
        <Text size="sm">
          Duplicate of <Code>{item.originalId}</Code>
        </Text>
      )}
    </>
  );
}

function Item({ item, onHandled }: { item: Feedback; onHandled: () => void }) {
  const [asked, setAsked] = useState<FeedbackVerb | null>(null);
  const step = useFeedbackStep(item.id, (verb) => {
    notifications.show({ message: `Feedback: ${LOOKS[verb]?.label ?? verb}.` });
    setAsked(null);
    if (!['triage', 'plan', 'begin'].includes(verb)) onHandled();
  });
  const begin = (name: string) => {
    const verb = item.available.find((known) => known === name);
    if (verb === undefined) return;
    step.reset();
    if (asksFirst(verb)) setAsked(verb);
    else step.mutate({ verb });
  };
  return (
    <Grid>
      {item.generationId !== null && (
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <MarkedClip generationId={item.generationId} markers={item.markers} />
        </Grid.Col>
      )}
      <Grid.Col span={{ base: 12, lg: item.generationId === null ? 12 : 5 }}>
        <Stack maw={640}>
          <Group gap="xs">
            <Title order={2} size="h4" tt="capitalize">
              {item.type}
            </Title>
            <StateBadge state={item.state} />
            {['new', 'triaged'].includes(item.state) && (
              <Badge variant="light" color="gray" styles={{ label: { textTransform: 'none' } }}>
                accepted by itself <When at={item.dueAt} />
              </Badge>
            )}
          </Group>
          <Heading item={item} />
          {item.isLookedAt === true && (
            <Alert variant="light" color="yellow" title="Declined; a second look comes first">
              Somebody outside of the line reads the reasons. Until their verdict, five days at most, nothing
              else is decided and the artist is told nothing.
            </Alert>
          )}
          <Text style={{ whiteSpace: 'pre-wrap' }}>{item.text}</Text>
          <Ratings ratings={item.ratings} />
          <Said item={item} />
          {asked === null ? (
            <VerbButtons available={item.available} looks={LOOKS} isBusy={step.isPending} onAct={begin} />
          ) : (
            <StepForm key={asked} item={item} verb={asked} step={step} onBack={() => setAsked(null)} />
          )}
          <Beside item={item} />
          {step.isError && asked === null && <ProblemNote error={step.error} />}
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

/** One feedback: the clip with its markers, the words, the ratings, and what may be done now. */
export function FeedbackPane({ id, onHandled }: { id: string; onHandled: () => void }) {
  return (
    <QueryView query={useQuery(feedbackQuery(id))}>
      {(item) => <Item item={item} onHandled={onHandled} />}
    </QueryView>
  );
}
