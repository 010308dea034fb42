import { Anchor, Button, Group, List, Paper, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { When } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { TextDialog } from '../../ui/text-dialog';
import { useSelectionAct, type Review } from './use-selection';

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

/** What there is to judge, without whose it is. */
function Material({ review }: { review: Review }) {
  const { id, statement, answers, portfolio, files } = review;
  return (
    <>
      <Text maw={760} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {statement}
      </Text>
      {answers.map(({ key, label, answer }) => (
        <div key={key}>
          <Text size="sm" fw={500}>
            {label}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{answer}</Text>
        </div>
      ))}
      <List size="sm">
        {portfolio.map((link) => (
          <List.Item key={link}>
            <Anchor href={link} target="_blank" rel="noreferrer noopener">
              {link}
            </Anchor>
          </List.Item>
        ))}
        {files.map((file) => (
          <List.Item key={file.id}>
            <Anchor href={`/api/v1/application-reviews/${id}/files/${file.id}`} download>
              {file.name}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </>
  );
}

interface Said {
  readonly verb: Review['available'][number];
  readonly scores: Record<string, number>;
  readonly panelNote: string;
  readonly applicantComment: string;
}

/** One application to score, with what each score means; notes for the panel and for the artist are apart. */
export function ReviewCard({ review }: { review: Review }) {
  const [scores, setScores] = useState<Record<string, number>>(review.scores);
  const [panelNote, setPanelNote] = useState(review.panelNote);
  const [applicantComment, setComment] = useState(review.applicantComment);
  const [isRecusing, setRecusing] = useState(false);
  const act = useSelectionAct(
    ({ verb, ...body }: Said, headers) =>
      unwrap(
        api.POST('/api/v1/application-reviews/{id}/{verb}', {
          params: { path: { id: review.id, verb } },
          headers,
          body,
        }),
      ),
    () => setRecusing(false),
  );
  const may = (verb: Said['verb']) => review.available.includes(verb);
  const isReady = review.rubric.every(({ key }) => scores[key] !== undefined);
  const send = (verb: Said['verb']) => act.mutate({ verb, scores, panelNote, applicantComment });
  return (
    <Paper withBorder p="md" component="article" aria-label={`Application ${review.applicationId.slice(-6)}`}>
      <Stack>
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={2} size="h4">
              {review.programName}
            </Title>
            <Text size="sm" c="dimmed">
              application {review.applicationId.slice(-6)}
              {review.decideBy !== null && (
                <>
                  , decision promised <When at={review.decideBy} />
                </>
              )}
            </Text>
            <StateBadge state={review.state} />
          </Group>
          {review.score !== null && <Text className="figures">{review.score.toFixed(2)} of 5</Text>}
        </Group>
        <Material review={review} />
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
              description="The artist never reads this"
              autosize
              maxLength={5_000}
              value={panelNote}
              onChange={(event) => setPanelNote(event.currentTarget.value)}
            />
            <Textarea
              label="For the artist"
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
      {isRecusing && (
        <TextDialog
          title="Declare a conflict of interest"
          lead="You lose access to this application at once, your scores count nowhere, and somebody else is asked."
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
