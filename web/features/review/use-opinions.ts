import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../../api/client';

export type Opinion = Schemas['OpinionView'];
export type OpinionInput = Schemas['OpinionInput'];

export const ownAgreementQuery = queryOptions({
  queryKey: ['own-agreement'],
  queryFn: () => unwrap(api.GET('/api/v1/second-opinions/own-agreement')),
});

/** One at a time: claimed, given or passed on. */
export function useOpinions(onOpinion: (opinion: Opinion | null) => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  const next = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/second-opinions/next', { headers: { 'Idempotency-Key': newIdempotencyKey() } }),
      ),
    onSuccess: onOpinion,
  });
  const give = useMutation({
    mutationFn: ({ id, body }: { id: string; body: OpinionInput }) =>
      unwrap(
        api.POST('/api/v1/second-opinions/{id}', {
          params: { path: { id } },
          headers: keys.headers(`${id} ${JSON.stringify(body)}`),
          body,
        }),
      ),
    onSuccess: async (answer, { id, body }) => {
      keys.done(`${id} ${JSON.stringify(body)}`);
      onOpinion(answer);
      await queries.invalidateQueries({ queryKey: ownAgreementQuery.queryKey });
    },
  });
  const pass = useMutation({
    mutationFn: (id: string) =>
      unwrap(
        api.POST('/api/v1/second-opinions/{id}/pass', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': newIdempotencyKey() },
        }),
      ),
    onSuccess: () => onOpinion(null),
  });
  return { next, give, pass };
}
