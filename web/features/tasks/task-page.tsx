import { Button, List, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { KINDS } from './question-editor';
import { SeatForm } from './seat-form';
import { SeatResult } from './seat-result';
import { TaskTerms } from './task-terms';
import { seatQuery, taskQuery, useTaskAct, type Task } from './use-tasks';

function Seated({ id }: { id: string }) {
  return (
    <QueryView query={useQuery(seatQuery(id))}>
      {(seat) =>
        seat.state === 'taken' ? <SeatForm key={seat.id} seat={seat} /> : <SeatResult seat={seat} />
      }
    </QueryView>
  );
}

/** What is asked, before one says yes. */
function Asked({ questions }: Pick<Task, 'questions'>) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {questions.length === 1 ? 'One question' : `${questions.length} questions`}
      </Text>
      <List size="sm" type="ordered">
        {questions.map(({ key, label, kind, isRequired }) => (
          <List.Item key={key}>
            {label}{' '}
            <Text span size="sm" c="dimmed">
              ({KINDS.find(({ value }) => value === kind)?.label.toLowerCase()}
              {!isRequired && ', if you like'})
            </Text>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Accept({ task }: { task: Task }) {
  const take = useTaskAct((formVersion: number, headers) =>
    unwrap(
      api.POST('/api/v1/tasks/{id}/seat', {
        params: { path: { id: task.id } },
        headers,
        body: { formVersion },
      }),
    ),
  );
  const isOpen = task.available.includes('take');
  return (
    <Paper withBorder p="md">
      <Stack>
        <TaskTerms task={task} />
        <Asked questions={task.questions} />
        <Text size="sm" c="dimmed">
          What you see here stays as it is once you accept. You can give the seat back at any time, without a
          consequence.
        </Text>
        {take.error !== null && <ProblemNote error={take.error} />}
        {isOpen ? (
          <Button loading={take.isPending} onClick={() => take.mutate(task.formVersion)} w="fit-content">
            Accept this task
          </Button>
        ) : (
          <Text>It cannot be accepted now: no seat is free, or it is over.</Text>
        )}
      </Stack>
    </Paper>
  );
}

/** One task: its terms, then its questions with price and clock, then what became of it. */
export function TaskPage() {
  const { taskId = '' } = useParams({ strict: false });
  return (
    <QueryView query={useQuery(taskQuery(taskId))}>
      {(task) => {
        const isAgain = task.mySeat?.state === 'released' || task.mySeat?.state === 'expired';
        return (
          <>
            <PageHeader title={task.title} lead={task.intro} />
            <Stack maw={860}>
              {(task.mySeat === null || isAgain) && <Accept task={task} />}
              {task.mySeat !== null && !isAgain && <Seated id={task.mySeat.id} />}
            </Stack>
          </>
        );
      }}
    </QueryView>
  );
}
