import { Button, Group, Progress, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { DownloadLinks } from '../../ui/download-links';
import { FormDialog } from '../../ui/form-dialog';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { useFilters } from '../../ui/use-filters';
import { SeatRows } from './seat-rows';
import { TaskMaker } from './task-maker';
import { TaskTerms } from './task-terms';
import { taskQuery, useTaskAct, type Task } from './use-tasks';

function Verbs({ task }: { task: Task }) {
  const [isCancelling, setCancelling] = useState(false);
  const [answer, setAnswer] = useState('');
  const act = useTaskAct(
    ({ verb, ...body }: { verb: 'publish' | 'cancel'; answer?: string }, headers) =>
      unwrap(
        api.POST('/api/v1/tasks/{id}/{verb}', { params: { path: { id: task.id, verb } }, headers, body }),
      ),
    () => setCancelling(false),
  );
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {task.available.includes('publish') && (
          <Button loading={act.isPending} onClick={() => act.mutate({ verb: 'publish' })}>
            Hold {formatMoney({ ...task.price, amount: task.price.amount * task.seats })} and publish
          </Button>
        )}
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link to="/manage/tasks/new" search={{ copy: task.id } as never} {...props} />
          )}
        >
          Copy
        </Button>
        {task.available.includes('cancel') && (
          <Button variant="subtle" color="red" onClick={() => setCancelling(true)}>
            Cancel the task
          </Button>
        )}
      </Group>
      {act.error !== null && !isCancelling && <ProblemNote error={act.error} />}
      <FormDialog
        opened={isCancelling}
        title="Cancel the task?"
        confirm="Cancel it and pay"
        color="red"
        isBusy={act.isPending}
        isReady={answer.trim() !== ''}
        error={act.error}
        onConfirm={() => act.mutate({ verb: 'cancel', answer })}
        onClose={() => setCancelling(false)}
      >
        <Text>
          Whoever has accepted is paid {formatMoney(task.killFee)}, or for what is done when that is more.
          What was handed in is decided as ever.
        </Text>
        <Textarea
          label="Why: whoever has a seat reads it"
          required
          value={answer}
          onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
        />
      </FormDialog>
    </Stack>
  );
}

function Published({ task }: { task: Task }) {
  const { progress, seats } = task;
  if (progress === null) return null;
  const done = progress.accepted + progress.cancelled + progress.voided;
  return (
    <Stack>
      <Progress.Root size="lg" aria-label="Progress">
        <Progress.Section value={(done / seats) * 100} color="green" aria-label={`${done} decided`} />
        <Progress.Section
          value={(progress.submitted / seats) * 100}
          color="blue"
          aria-label={`${progress.submitted} handed in`}
        />
        <Progress.Section
          value={(progress.taken / seats) * 100}
          color="gray"
          aria-label={`${progress.taken} under way`}
        />
      </Progress.Root>
      <Text size="sm" className="figures">
        {done} decided, {progress.submitted} to accept, {progress.taken} under way, {task.free} free;{' '}
        {formatMoney(progress.earned)} earned
        {progress.medianMinutes !== null &&
          `; median time ${progress.medianMinutes} min, estimated ${task.minutes}`}
      </Text>
      <Group justify="space-between">
        <Title order={2} size="h4">
          Seats
        </Title>
        {progress.submitted + progress.accepted + progress.voided > 0 && (
          <DownloadLinks href={`/api/v1/feedback-export/tasks/${task.id}/answers`} />
        )}
      </Group>
      <SeatRows taskId={task.id} />
    </Stack>
  );
}

/** One task for who runs it: a draft to write, or its progress and what waits. */
export function ManageTaskPage() {
  const { taskId = '' } = useParams({ strict: false });
  return (
    <QueryView query={useQuery(taskQuery(taskId))}>
      {(task) => (
        <>
          <PageHeader title={task.title} lead={task.intro} action={<StateBadge state={task.state} />} />
          <Stack gap="lg">
            <TaskTerms task={task} />
            {task.answer !== null && <Text>Cancelled because: {task.answer}</Text>}
            <Verbs task={task} />
            {task.available.includes('change') ? (
              <TaskMaker key={task.id} task={task} onDone={() => undefined} />
            ) : (
              <Published task={task} />
            )}
          </Stack>
        </>
      )}
    </QueryView>
  );
}

/** A new task, or a copy of one. */
export function NewTaskPage() {
  const navigate = useNavigate();
  const [{ copy }] = useFilters(['copy']);
  const onDone = ({ id }: Task) => void navigate({ to: '/manage/tasks/$taskId', params: { taskId: id } });
  const original = useQuery({ ...taskQuery(copy ?? ''), enabled: copy !== undefined });
  return (
    <>
      <PageHeader
        title="Write a task"
        lead="It stays a draft until you publish it; after that it stays as it is."
      />
      {copy === undefined ? (
        <TaskMaker onDone={onDone} />
      ) : (
        <QueryView query={original}>{(task) => <TaskMaker task={task} isCopy onDone={onDone} />}</QueryView>
      )}
    </>
  );
}
