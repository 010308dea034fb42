import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';
import { submissionQuery } from '../../api/submissions';

export type Submission = Schemas['SubmissionView'];
export type Detail = Schemas['SubmissionDetail'];
export type Appeal = Schemas['AppealView'];
export type Step = Submission['available'][number];
export type StepInput = Schemas['StepInput'];
export type Timecode = Schemas['TimecodeInput'];

/** `open`: what waits for a decision, by deadline. `all`: everything, newest first. */
export type View = 'open' | 'all';

export const FILTERS = ['part', 'risk', 'label'] as const;
export type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

export const queueQuery = (view: View, filters: Filters) => ({
  ...pagesOf(['submissions', view, filters], (page) =>
    unwrap(
      api.GET('/api/v1/submissions', {
        // words of the address: what is no filter is refused by the server, with a sentence
        params: { query: { ...page, queue: view, ...(view === 'open' ? (filters as object) : {}) } },
      }),
    ),
  ),
  // Others decide and hand in meanwhile.
  refetchInterval: 20_000,
});

export const appealsQuery = pagesOf(['appeals'], (page) =>
  unwrap(api.GET('/api/v1/appeals', { params: { query: { ...page, queue: 'open' } } })),
);

export const appealQuery = (id: string) =>
  queryOptions({
    queryKey: ['appeal', id],
    queryFn: () => unwrap(api.GET('/api/v1/appeals/{id}', { params: { path: { id } } })),
  });

export interface Act {
  readonly verb: Step;
  readonly body?: StepInput;
  /** Nobody has it yet: it is claimed first, in the same act. */
  readonly claimFirst?: boolean;
}

/** Takes a step on a submission and shows its answer everywhere. */
export function useStep(id: string, onDone: (verb: Step, answer: Detail) => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  const send = async (verb: Step, body: StepInput = {}) => {
    const act = `${verb} ${JSON.stringify(body)}`;
    const answer = await unwrap(
      api.POST('/api/v1/submissions/{id}/{verb}', {
        params: { path: { id, verb } },
        headers: keys.headers(act),
        body,
      }),
    );
    keys.done(act);
    queries.setQueryData(submissionQuery(id).queryKey, answer);
    return answer;
  };
  return useMutation({
    mutationFn: async ({ verb, body, claimFirst }: Act) => {
      if (claimFirst) await send('claim');
      return send(verb, body);
    },
    onSuccess: (answer, { verb }) => onDone(verb, answer),
    // Also after a refusal: it mostly means that somebody else was faster.
    // Not waited for: the answer is on the screen already, and a key pressed meanwhile must not be lost.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['submissions'] });
      void queries.invalidateQueries({ queryKey: submissionQuery(id).queryKey });
    },
  });
}

/** Claims the nearest deadline that is free; nobody else gets the same. */
export function useNext(onGot: (id: string) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (filters: Filters) =>
      unwrap(
        api.POST('/api/v1/submissions/next', {
          headers: { 'Idempotency-Key': newIdempotencyKey() },
          body: filters as Schemas['QueueFilter'],
        }),
      ),
    onSuccess: (answer) => {
      queries.setQueryData(submissionQuery(answer.id).queryKey, answer);
      void queries.invalidateQueries({ queryKey: ['submissions'] });
      onGot(answer.id);
    },
    onError: (error) => notifications.show({ color: 'yellow', message: error.message }),
  });
}

/** Notes at frames and ranges, while one holds the submission. */
export function useNotes(id: string) {
  const queries = useQueryClient();
  const keys = useActKey();
  const show = ({ items }: Schemas['NoteList']) =>
    queries.setQueryData(submissionQuery(id).queryKey, (old) => old && { ...old, notes: items });
  const add = useMutation({
    mutationFn: (note: Schemas['NoteInput']) =>
      unwrap(
        api.POST('/api/v1/submissions/{id}/notes', {
          params: { path: { id } },
          headers: keys.headers(`note ${JSON.stringify(note)}`),
          body: note,
        }),
      ),
    onSuccess: (list, note) => {
      keys.done(`note ${JSON.stringify(note)}`);
      show(list);
    },
  });
  const remove = useMutation({
    mutationFn: (noteId: string) =>
      unwrap(api.DELETE('/api/v1/submissions/{id}/notes/{noteId}', { params: { path: { id, noteId } } })),
    onSuccess: show,
  });
  return { add, remove };
}

/** Passes it on with a reason, or declares a conflict of interest. */
export function useAside(id: string, onDone: () => void) {
  const queries = useQueryClient();
  const done = () => {
    void queries.invalidateQueries({ queryKey: ['submissions'] });
    void queries.invalidateQueries({ queryKey: submissionQuery(id).queryKey });
    onDone();
  };
  const skip = useMutation({
    mutationFn: (reason: Schemas['SkipInput']['reason']) =>
      unwrap(api.POST('/api/v1/submissions/{id}/skip', { params: { path: { id } }, body: { reason } })),
    onSuccess: done,
  });
  const recuse = useMutation({
    mutationFn: (reason: string) =>
      unwrap(api.POST('/api/v1/submissions/{id}/recuse', { params: { path: { id } }, body: { reason } })),
    onSuccess: done,
  });
  return { skip, recuse };
}

/** Takes or answers an appeal. */
export function useAppealStep(id: string, onDone: (verb: Appeal['available'][number]) => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: ({ verb, reasons }: { verb: Appeal['available'][number]; reasons?: string }) =>
      unwrap(
        api.POST('/api/v1/appeals/{id}/{verb}', {
          params: { path: { id, verb } },
          headers: keys.headers(`${verb} ${reasons ?? ''}`),
          body: reasons === undefined ? {} : { reasons },
        }),
      ),
    onSuccess: (answer, { verb, reasons }) => {
      keys.done(`${verb} ${reasons ?? ''}`);
      queries.setQueryData(appealQuery(id).queryKey, answer);
      onDone(verb);
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['appeals'] }),
        queries.invalidateQueries({ queryKey: appealQuery(id).queryKey }),
        queries.invalidateQueries({ queryKey: ['submission'] }),
      ]),
  });
}
