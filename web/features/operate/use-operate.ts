import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { providersQuery } from '../../api/pools';

export type Provider = Schemas['ProviderView'];

const REFRESH_MS = 5_000;

export const leasesQuery = queryOptions({
  queryKey: ['leases'],
  refetchInterval: REFRESH_MS,
  queryFn: async () => (await unwrap(api.GET('/api/v1/providers/leases'))).items,
});

export const historyQuery = (key: string) =>
  queryOptions({
    queryKey: ['provider-history', key],
    queryFn: async () =>
      (await unwrap(api.GET('/api/v1/providers/{key}/history', { params: { path: { key } } }))).items,
  });

const path = (key: string) => ({ params: { path: { key } } });

/** What staff do with one provider; every answer is its new state. */
export function useProviderActs(key: string) {
  const queries = useQueryClient();
  const onSuccess = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: providersQuery.queryKey }),
      queries.invalidateQueries({ queryKey: ['provider-history', key] }),
    ]);
  };
  const act = useMutation({
    onSuccess,
    mutationFn: (verb: string) => {
      switch (verb) {
        case 'pause':
          return unwrap(api.POST('/api/v1/providers/{key}/pause', path(key)));
        case 'resume':
          return unwrap(api.POST('/api/v1/providers/{key}/resume', path(key)));
        default:
          return unwrap(api.POST('/api/v1/providers/{key}/self-test', path(key)));
      }
    },
  });
  const set = useMutation({
    onSuccess,
    mutationFn: (body: Schemas['ProviderSettingsBody']) =>
      unwrap(api.PUT('/api/v1/providers/{key}', { ...path(key), body })),
  });
  return { act, set };
}
