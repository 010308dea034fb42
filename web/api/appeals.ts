import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from './act-key';
import { api, unwrap } from './client';

/** Says something in an appeal that is heard beside the clip. */
export function useAppealMessage(id: string, submissionId: string) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: string) =>
      unwrap(
        api.POST('/api/v1/appeals/{id}/messages', {
          params: { path: { id } },
          headers: keys.headers(body),
          body: { body },
        }),
      ),
    onSuccess: async (_, body) => {
      keys.done(body);
      await queries.invalidateQueries({ queryKey: ['appeal', id] });
      await queries.invalidateQueries({ queryKey: ['submission', submissionId] });
    },
  });
}

/** Takes back an appeal that is heard beside the clip. */
export function useWithdrawAppeal(id: string, submissionId: string) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/appeals/{id}/{verb}', {
          params: { path: { id, verb: 'withdraw' } },
          headers: keys.headers('withdraw'),
          body: {},
        }),
      ),
    onSuccess: async () => {
      keys.done('withdraw');
      await queries.invalidateQueries({ queryKey: ['submission', submissionId] });
    },
  });
}
