import { Anchor, Button, Group, List, Paper, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { TextDialog } from '../../ui/text-dialog';
import { useGrantAct, type Review } from './use-grants';

function Criterion({
  criterion,
  score,
  onChange,
}: {
  criterion: Review['rubric'][number];
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

/** One application to score, with its anchors; notes for the panel and for the applicant are apart. */
export function ReviewCard({ review }: { review: Review }) {
  const [scores, setScores] = useState<Record<string, number>>(review.scores);
  const [panelNote, setPanelNote] = useState(review.panelNote);
  const [comment, setComment] = useState(review.applicantComment);
  const [isRecusing, setRecusing] = useState(false);
  const act = useGrantAct(
    (
      {
        verb,
        ...body
      }: {
        verb: Review['available'][number];
        scores: Record<string, number>;
        panelNote: string;
        applicantComment: string;
      },
      headers,
    ) =>
      unwrap(
        api.POST('/api/v1/grant-reviews/{id}/{verb}', {
          params: { path: { id: review.id, verb } },
          headers,
          body,
        }),
      ),
    () => setRecusing(false),
  );
  const isOpen = review.available.includes('complete');
  const isReady = review.rubric.every(({ key }) => scores[key] !== undefined);
  const said = { scores, panelNote, applicantComment: comment };
  return (
    <Paper withBorder p="md" component="article">
      <Stack>
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={2} size="h4">
              {review.callTitle}
            </Title>
            <Text size="sm" c="dimmed">
              application {review.applicationId.slice(-6)}
            </Text>
            <StateBadge state={review.state} />
          </Group>
          {review.score !== null && <Text className="figures">{review.score.toFixed(2)} of 5</Text>}
        </Group>
        <Text maw={760} style={{ whiteSpace: 'pre-wrap' }}>
          {review.statement}
        </Text>
        <Text size="sm">Asked for {formatMoney(review.requested)}:</Text>
        <List size="sm">
          {review.budgetLines.map(({ what, amount }, index) => (
            <List.Item key={index}>
              {what}: {formatMoney({ amount, currency: review.requested.currency })}
            </List.Item>
          ))}
          {review.works.map((link) => (
            <List.Item key={link}>
              <Anchor href={link} target="_blank" rel="noreferrer noopener">
                {link}
              </Anchor>
            </List.Item>
          ))}
        </List>
        {isOpen && (
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
              description="The applicant never reads this"
              autosize
              value={panelNote}
              onChange={(event) => setPanelNote(event.currentTarget.value)}
            />
            <Textarea
              label="For the applicant"
              description="Shown without your name once the call is decided"
              autosize
              value={comment}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
          </>
        )}
        {act.isError && !isRecusing && <ProblemNote error={act.error} />}
        <Group>
          {isOpen && (
            <Button
              disabled={!isReady}
              loading={act.isPending}
              onClick={() => act.mutate({ verb: 'complete', ...said })}
            >
              Complete the review
            </Button>
          )}
          {review.available.includes('reopen') && (
            <Button
              variant="light"
              loading={act.isPending}
              onClick={() => act.mutate({ verb: 'reopen', ...said })}
            >
              Change it
            </Button>
          )}
          {review.available.includes('recuse') && (
            <Button variant="subtle" color="red" onClick={() => setRecusing(true)}>
              Recuse yourself
            </Button>
          )}
        </Group>
      </Stack>
      {isRecusing && (
        <TextDialog
          title="Recuse yourself"
          lead="You lose access to this application at once and somebody else is asked. The kind of conflict is counted in public, never who."
          label="Why"
          confirm="Recuse"
          color="red"
          isBusy={act.isPending}
          error={act.error}
          onConfirm={(why) => act.mutate({ verb: 'recuse', scores, panelNote: why, applicantComment: '' })}
          onClose={() => setRecusing(false)}
        />
      )}
    </Paper>
  );
}
