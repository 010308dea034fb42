import { Anchor, Button, Group, List, Paper, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Schemas } from '../api/client';
import { ProblemNote } from './problem-note';
import { StateBadge } from './state-badge';
import { TextDialog } from './text-dialog';

type Verb = 'complete' | 'reopen' | 'recuse';

/** What a reviewer says, and what is to become of the review. */
export interface ReviewSaid {
  readonly verb: Verb;
  readonly scores: Record<string, number>;
  readonly panelNote: string;
  readonly applicantComment: string;
}

/** The members that reviews of applications and of grants have alike. */
interface BlindReview extends Omit<ReviewSaid, 'verb'> {
  readonly applicationId: string;
  readonly state: string;
  readonly score: number | null;
  readonly rubric: readonly Schemas['CriterionShape'][];
  readonly available: readonly Verb[];
}

function Criterion({
  criterion,
  score,
  onChange,
}: {
  criterion: Schemas['CriterionShape'];
  score: number | undefined;
  onChange: (score: number) => void;
}) {
  return (
    <Radio.Group
      label={`${criterion.title}, ${criterion.weight} %`}
      value={score === undefined ? null : String(score)}
      onChange={(value) => onChange(Number(value))}
    >
      <Stack gap={4} mt={4}>
        {criterion.anchors.map((anchor, index) => (
          <Radio key={index} value={String(index + 1)} label={`${index + 1}: ${anchor}`} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/**
 * One application to score, with what each score means; notes for the panel and for who applied are apart. `children` is
 * what there is to judge, `reader` who reads the comment, `act` sends what was said.
 */
export function BlindReviewCard({
  review,
  title,
  promise,
  reader,
  act,
  children,
}: {
  review: BlindReview;
  title: string;
  promise?: ReactNode;
  reader: string;
  act: { mutate: (said: ReviewSaid) => void; isPending: boolean; isError: boolean; error: Error | null };
  children: ReactNode;
}) {
  const [scores, setScores] = useState<Record<string, number>>(review.scores);
  const [panelNote, setPanelNote] = useState(review.panelNote);
  const [applicantComment, setComment] = useState(review.applicantComment);
  const [isRecusing, setRecusing] = useState(false);
  const may = (verb: Verb) => review.available.includes(verb);
  const isReady = review.rubric.every(({ key }) => scores[key] !== undefined);
  const send = (verb: Verb) => act.mutate({ verb, scores, panelNote, applicantComment });
  const number = review.applicationId.slice(-6);
  return (
    <Paper withBorder p="md" component="article" aria-label={`Application ${number}`}>
      <Stack>
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={2} size="h4">
              {title}
            </Title>
            <Text size="sm" c="dimmed">
              application {number}
              {promise}
            </Text>
            <StateBadge state={review.state} />
          </Group>
          {review.score !== null && <Text className="figures">{review.score.toFixed(2)} of 5</Text>}
        </Group>
        {children}
        {may('complete') && (
          <>
            {review.rubric.map((criterion) => (
              <Criterion
                key={criterion.key}
                criterion={criterion}
                score={scores[criterion.key]}
                onChange={(score) => setScores({ ...scores, [criterion.key]: score })}
              />
            ))}
            <Textarea
              label="For the panel"
              description={`The ${reader} never reads this`}
              autosize
              maxLength={5_000}
              value={panelNote}
              onChange={(event) => setPanelNote(event.currentTarget.value)}
            />
            <Textarea
              label={`For the ${reader}`}
              description="Shown without your name once it is decided"
              autosize
              maxLength={5_000}
              value={applicantComment}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
          </>
        )}
        {act.isError && !isRecusing && <ProblemNote error={act.error} />}
        <Group>
          {may('complete') && (
            <Button disabled={!isReady} loading={act.isPending} onClick={() => send('complete')}>
              Complete the review
            </Button>
          )}
          {may('reopen') && (
            <Button variant="light" loading={act.isPending} onClick={() => send('reopen')}>
              Change it
            </Button>
          )}
          {may('recuse') && (
            <Button variant="subtle" color="red" onClick={() => setRecusing(true)}>
              I have a conflict
            </Button>
          )}
        </Group>
      </Stack>
      {isRecusing && may('recuse') && (
        <TextDialog
          title="Declare a conflict of interest"
          lead="You lose access to this application at once, your scores count nowhere, and somebody else is asked. The kind of conflict is counted in public, never who."
          label="Why"
          confirm="Declare it"
          color="red"
          isBusy={act.isPending}
          error={act.error}
          onConfirm={(why) =>
            act.mutate({ verb: 'recuse', scores: {}, panelNote: why, applicantComment: '' })
          }
          onClose={() => setRecusing(false)}
        />
      )}
    </Paper>
  );
}

/** Addresses of works, each in a tab of its own. */
export function WorkLinks({ links, children }: { links: readonly string[]; children?: ReactNode }) {
  return (
    <List size="sm">
      {links.map((link) => (
        <List.Item key={link}>
          <Anchor href={link} target="_blank" rel="noreferrer noopener">
            {link}
          </Anchor>
        </List.Item>
      ))}
      {children}
    </List>
  );
}
