import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Task = Schemas['TaskView'];
export type Seat = Schemas['TaskSeatView'];
export type Question = Schemas['QuestionShape'];
export type Clip = Schemas['FeedbackFileView'];
export type TaskDraft = Schemas['TaskBody'];
export type Answers = Record<string, unknown>;

/** What one act changes, another list may show. */
const TASKS = 'tasks';

export const tasksQuery = (state: Task['state'] | undefined) =>
  pagesOf([TASKS, 'list', state], (page) =>
    unwrap(
      api.GET('/api/v1/tasks', { params: { query: { ...page, ...(state !== undefined && { state }) } } }),
    ),
  );

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: [TASKS, 'task', id],
    queryFn: () => unwrap(api.GET('/api/v1/tasks/{id}', { params: { path: { id } } })),
  });

/** One’s own seats, or those of a task for who manages it. */
export const seatsQuery = (taskId?: string) =>
  pagesOf([TASKS, 'seats', taskId], (page) =>
    unwrap(
      api.GET('/api/v1/task-seats', {
        params: { query: { ...page, ...(taskId !== undefined && { taskId }) } },
      }),
    ),
  );

export const seatQuery = (id: string) =>
  queryOptions({
    queryKey: [TASKS, 'seat', id],
    queryFn: () => unwrap(api.GET('/api/v1/task-seats/{id}', { params: { path: { id } } })),
  });

/** One act, safe to try again. What it changes is read anew. */
export function useTaskAct<B, R>(
  send: (body: B, headers: Record<string, string>) => Promise<R>,
  onDone?: (result: R) => void,
) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: B) => send(body, keys.headers(JSON.stringify(body ?? null))),
    onSuccess: (result, body) => {
      keys.done(JSON.stringify(body ?? null));
      onDone?.(result);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [TASKS] }),
  });
}
