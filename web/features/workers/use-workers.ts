import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';

export type Worker = Schemas['WorkerView'];
export type WorkerVerb = Worker['available'][number];

/** Leases move by the second; the page follows while it is looked at. */
export const workersQuery = queryOptions({
  queryKey: ['workers'],
  refetchInterval: 5_000,
  queryFn: async () => (await unwrap(api.GET('/api/v1/workers'))).items,
});

export const workerKeysQuery = queryOptions({
  queryKey: ['worker-keys'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/worker-keys'))).items,
});

export function useActOnWorker(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, reason }: { verb: WorkerVerb; reason?: string }) =>
      unwrap(
        api.POST('/api/v1/workers/{id}/{verb}', {
          params: { path: { id, verb } },
          body: reason === undefined || reason === '' ? {} : { reason },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: workersQuery.queryKey }),
  });
}

export function useStopKey(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/worker-keys/{id}/stop', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: workerKeysQuery.queryKey }),
  });
}

export function useCreateKey(onMade: (made: Schemas['NewWorkerKeyView']) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['WorkerKeyBody']) => unwrap(api.POST('/api/v1/worker-keys', { body })),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: workerKeysQuery.queryKey });
      onMade(made);
    },
  });
}
