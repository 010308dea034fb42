import { Alert, Button, Checkbox, Group, NumberInput, Paper, Stack, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { Money, When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { ProblemNote } from '../../ui/problem-note';
import { QuestionField } from './question-field';
import { clockFace, useClock } from './use-clock';
import { useTaskAct, type Answers, type Seat } from './use-tasks';

/** Doing a task: answers are saved by themselves, the clock proposes the time, the artist confirms it. */
export function SeatForm({ seat }: { seat: Seat }) {
  const { id, task } = seat;
  const { formVersion } = task;
  const path = { path: { id } };
  const clock = useClock(id);
  const [answers, setAnswers] = useState<Answers>(seat.draft);
  const [minutes, setMinutes] = useState<number | null>(null);
  const [isPartial, setPartial] = useState(false);
  const measured = Math.max(1, Math.ceil(clock.seconds / 60));
  const took = minutes ?? measured;
  const save = useTaskAct((body: Answers, headers) =>
    unwrap(
      api.PUT('/api/v1/task-seats/{id}/draft', {
        params: path,
        headers,
        body: { formVersion, answers: body },
      }),
    ),
  );
  const submit = useTaskAct(
    (body: { answers: Answers; minutes: number; isPartial: boolean }, headers) =>
      unwrap(
        api.POST('/api/v1/task-seats/{id}/submit', { params: path, headers, body: { ...body, formVersion } }),
      ),
    clock.clear,
  );
  const release = useTaskAct((_: null, headers) =>
    unwrap(api.POST('/api/v1/task-seats/{id}/release', { params: path, headers })),
  );
  const saveSoon = useDebouncedCallback((next: Answers) => save.mutate(next), 800);
  const change = (key: string, value: unknown) => {
    const next = { ...answers, [key]: value };
    setAnswers(next);
    saveSoon(next);
  };
  return (
    <Stack>
      <Paper withBorder p="sm" pos="sticky" top={60} style={{ zIndex: 2 }}>
        <Group justify="space-between">
          <Text>
            <Money value={task.price} /> for about {task.minutes} min, due <When at={task.dueAt} />
          </Text>
          <Text className="figures">
            {clockFace(clock.seconds)} on the clock{' '}
            {save.isPending ? '· saving' : save.isSuccess ? '· saved' : ''}
          </Text>
        </Group>
      </Paper>
      {save.error !== null && <ProblemNote error={save.error} />}
      {task.questions.map((question) => (
        <Paper withBorder p="md" key={question.key}>
          <QuestionField
            question={question}
            clips={task.clips}
            value={answers[question.key]}
            isReadOnly={false}
            onChange={(value) => change(question.key, value)}
          />
        </Paper>
      ))}
      <Paper withBorder p="md">
        <Stack>
          <NumberInput
            label="How many minutes it took you"
            description="The clock proposes; you say. If the median of all is longer than estimated, everybody is topped up to the floor."
            min={1}
            max={10_080}
            allowDecimal={false}
            required
            value={took}
            onChange={(value) => setMinutes(typeof value === 'number' ? value : null)}
          />
          {took > seat.longestMinutes && (
            <Alert color="yellow" variant="light" title="Somebody will look at this time">
              It is much more than the {task.minutes} minutes estimated. Until a person has looked,{' '}
              {seat.longestMinutes} minutes count; without an answer in time yours do.
            </Alert>
          )}
          <Checkbox
            label="I hand in a part: it is paid by the share of the questions that I answered"
            checked={isPartial}
            onChange={({ currentTarget }) => setPartial(currentTarget.checked)}
          />
          {submit.error !== null && <ProblemNote error={submit.error} />}
          <Group justify="space-between">
            <ConfirmButton
              label="Give the seat back"
              title="Give the seat back?"
              confirm="Give it back"
              isBusy={release.isPending}
              error={release.error}
              onConfirm={() => release.mutateAsync(null)}
            >
              Nothing counts against you, and nothing is paid. What you wrote stays with the seat if you take
              it again.
            </ConfirmButton>
            <Button
              loading={submit.isPending}
              onClick={() => {
                saveSoon.cancel();
                submit.mutate({ answers, minutes: took, isPartial }, { onError: () => save.mutate(answers) });
              }}
            >
              Hand in and confirm the time
            </Button>
          </Group>
        </Stack>
      </Paper>
    </Stack>
  );
}
