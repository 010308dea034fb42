import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { submissionQuery } from '../../api/submissions';

/** Puts what one has claimed on hold, and ends a hold before its time. */
export function useHold(id: string, onHeld: () => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  const show = (answer: Schemas['SubmissionDetail']) => {
    queries.setQueryData(submissionQuery(id).queryKey, answer);
    void queries.invalidateQueries({ queryKey: ['submissions'] });
  };
  const hold = useMutation({
    mutationFn: (body: Schemas['HoldInput']) =>
      unwrap(
        api.POST('/api/v1/submissions/{id}/hold', {
          params: { path: { id } },
          headers: keys.headers(`hold ${JSON.stringify(body)}`),
          body,
        }),
      ),
    onSuccess: (answer, body) => {
      keys.done(`hold ${JSON.stringify(body)}`);
      show(answer);
      onHeld();
    },
  });
  const unhold = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/submissions/{id}/unhold', {
          params: { path: { id } },
          headers: keys.headers('unhold'),
        }),
      ),
    onSuccess: (answer) => {
      keys.done('unhold');
      show(answer);
    },
    onError: () => void queries.invalidateQueries({ queryKey: submissionQuery(id).queryKey }),
  });
  return { hold, unhold };
}
