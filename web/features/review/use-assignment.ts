import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap } from '../../api/client';
import { submissionQuery } from '../../api/submissions';

/** Reviewers who may be asked about it, and those who may not. */
export const reviewersQuery = (id: string) =>
  queryOptions({
    queryKey: ['reviewers', id],
    queryFn: () => unwrap(api.GET('/api/v1/submissions/{id}/reviewers', { params: { path: { id } } })),
  });

/** Assigns it to a reviewer; `null` gives it back to everybody. */
export function useAssign(id: string, onDone: () => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (reviewerId: string | null) => {
      const act = `assign ${reviewerId ?? ''}`;
      const sent = { params: { path: { id } }, headers: keys.headers(act) };
      return unwrap(
        reviewerId === null
          ? api.POST('/api/v1/submissions/{id}/unassign', sent)
          : api.POST('/api/v1/submissions/{id}/assign', { ...sent, body: { reviewerId } }),
      );
    },
    onSuccess: (answer, reviewerId) => {
      keys.done(`assign ${reviewerId ?? ''}`);
      queries.setQueryData(submissionQuery(id).queryKey, answer);
      void queries.invalidateQueries({ queryKey: ['submissions'] });
      onDone();
    },
  });
}
