import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';
import { feedbackQuery } from '../../api/feedback';

export type Feedback = Schemas['FeedbackView'];
export type FeedbackVerb = Feedback['available'][number];
export type FeedbackStep = { verb: FeedbackVerb } & Schemas['FeedbackStepInput'];

export const FEEDBACK_STATES = [
  'new',
  'triaged',
  'needs_info',
  'accepted',
  'planned',
  'in_progress',
  'shipped',
  'declined',
  'duplicate',
] as const;

/** Without a state: what waits for a decision, by deadline. */
export const feedbackListQuery = (state: Feedback['state'] | undefined, isAll: boolean) =>
  pagesOf(['feedback', 'triage', state ?? null, isAll], (page) =>
    unwrap(
      api.GET('/api/v1/feedback', {
        params: {
          query:
            state === undefined
              ? { ...page, queue: isAll ? 'all' : 'open' }
              : { ...page, queue: 'all', state },
        },
      }),
    ),
  );

export function useFeedbackStep(id: string, onDone: (verb: FeedbackVerb) => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: ({ verb, ...body }: FeedbackStep) =>
      unwrap(
        api.POST('/api/v1/feedback/{id}/{verb}', {
          params: { path: { id, verb } },
          headers: keys.headers(verb + JSON.stringify(body)),
          body,
        }),
      ),
    onSuccess: (item, { verb, ...body }) => {
      keys.done(verb + JSON.stringify(body));
      queries.setQueryData(feedbackQuery(id).queryKey, item);
      onDone(verb);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['feedback'] }),
  });
}
