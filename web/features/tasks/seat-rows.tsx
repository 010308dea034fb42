import { Button, Group, NumberInput, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { Money, When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { FormDialog } from '../../ui/form-dialog';
import { PagedView } from '../../ui/paged-view';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { VoidPanel } from '../../ui/void-panel';
import { QuestionField } from './question-field';
import { seatsQuery, useTaskAct, type Seat } from './use-tasks';

function TimeDialog({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const [minutes, setMinutes] = useState(seat.claimedMinutes ?? 1);
  const [answer, setAnswer] = useState('');
  const settle = useTaskAct(
    (body: { minutes: number; answer: string }, headers) =>
      unwrap(api.POST('/api/v1/task-seats/{id}/time', { params: { path: { id: seat.id } }, headers, body })),
    onClose,
  );
  return (
    <FormDialog
      opened
      title={`The time of ${seat.artist}`}
      confirm="Settle the time"
      isBusy={settle.isPending}
      isReady={answer.trim() !== ''}
      error={settle.error}
      onConfirm={() => settle.mutate({ minutes, answer })}
      onClose={onClose}
    >
      <Text>
        {seat.claimedMinutes} minutes were confirmed, {seat.task.minutes} estimated. Until now {seat.minutes}{' '}
        count.
      </Text>
      <NumberInput
        label="Minutes that count"
        min={seat.minutes ?? 1}
        max={seat.claimedMinutes ?? 1}
        value={minutes}
        onChange={(value) => setMinutes(Number(value) || 1)}
      />
      <Textarea
        label="Why: the artist reads it"
        required
        value={answer}
        onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
      />
    </FormDialog>
  );
}

function SeatRow({ seat }: { seat: Seat }) {
  const [isOpen, setOpen] = useState(false);
  const [isTiming, setTiming] = useState(false);
  const accept = useTaskAct((_: null, headers) =>
    unwrap(
      api.POST('/api/v1/task-seats/{id}/accept', {
        params: { path: { id: seat.id } },
        headers,
        body: {},
      }),
    ),
  );
  const answers = seat.answers;
  return (
    <Paper withBorder p="sm" component="li">
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="xs">
            <Text fw={600}>{seat.artist}</Text>
            <StateBadge state={seat.state} />
            {seat.timeState === 'capped' && <StateBadge state="needs_a_look" />}
            {seat.amount !== null && <Money value={seat.amount} />}
          </Group>
          <Group gap="xs">
            {seat.minutes !== null && <Text className="figures">{seat.minutes} min</Text>}
            {seat.state === 'submitted' && seat.decideBy !== null && (
              <Text size="sm" c="dimmed">
                accepted by itself <When at={seat.decideBy} />
              </Text>
            )}
            {answers !== null && (
              <Button
                variant="default"
                size="compact-sm"
                aria-expanded={isOpen}
                onClick={() => setOpen(!isOpen)}
              >
                {isOpen ? 'Hide the answers' : 'Read the answers'}
              </Button>
            )}
            {seat.available.includes('settleTime') && (
              <Button variant="light" size="compact-sm" onClick={() => setTiming(true)}>
                Settle the time
              </Button>
            )}
            {seat.available.includes('accept') && (
              <Button size="compact-sm" loading={accept.isPending} onClick={() => accept.mutate(null)}>
                Accept for pay
              </Button>
            )}
          </Group>
        </Group>
        {accept.error !== null && <ProblemNote error={accept.error} />}
        {isOpen &&
          answers !== null &&
          seat.task.questions.map((question) => (
            <QuestionField
              key={question.key}
              question={question}
              clips={seat.task.clips}
              value={answers[question.key]}
              isReadOnly
              onChange={() => undefined}
            />
          ))}
        <VoidPanel
          work={{ subject: 'task_seat', subjectId: seat.id }}
          voidId={seat.payTaken?.voidId}
          isPaid={seat.state === 'accepted'}
        />
        {isTiming && <TimeDialog seat={seat} onClose={() => setTiming(false)} />}
      </Stack>
    </Paper>
  );
}

/** Who has a seat, what was handed in, and what waits for somebody. */
export function SeatRows({ taskId }: { taskId: string }) {
  return (
    <PagedView
      query={useInfiniteQuery(seatsQuery(taskId))}
      empty={<EmptyState title="Nobody has a seat yet">Artists were told when it was published.</EmptyState>}
    >
      {(items) => (
        <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((seat) => (
            <SeatRow key={seat.id} seat={seat} />
          ))}
        </Stack>
      )}
    </PagedView>
  );
}
