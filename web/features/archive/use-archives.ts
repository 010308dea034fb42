import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';

export type Archive = Schemas['ArchiveView'];

const isUnderWay = ({ state }: Archive): boolean => state === 'queued' || state === 'running';

/** The last ones; while one is made, how far it is. */
export const archivesQuery = queryOptions({
  queryKey: ['archives'],
  queryFn: () => unwrap(api.GET('/api/v1/archives', { params: { query: { limit: 10 } } })),
  refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === true ? 1_000 : false),
});

/** Asking for an archive, and calling one off. */
export function useArchiveAct() {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: ({ cancel }: { cancel?: string }) =>
      cancel === undefined
        ? unwrap(api.POST('/api/v1/archives', { headers: keys.headers('create') }))
        : unwrap(
            api.POST('/api/v1/archives/{id}/cancel', {
              params: { path: { id: cancel } },
              headers: keys.headers(cancel),
            }),
          ),
    onSuccess: (_, { cancel = 'create' }) => keys.done(cancel),
    onSettled: () => queries.invalidateQueries({ queryKey: archivesQuery.queryKey }),
  });
}
