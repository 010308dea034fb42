import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type BinLine = Schemas['BinLineView'];
export type Shown = 'warned' | 'binned' | 'emptied';

export const binQuery = (state: Shown) =>
  pagesOf(['bin', state], (page) =>
    unwrap(api.GET('/api/v1/bin', { params: { query: { ...page, state } } })),
  );

export const storageUseQuery = queryOptions({
  queryKey: ['storage-use'],
  queryFn: () => unwrap(api.GET('/api/v1/bin/usage')),
});

const path = (id: string) => ({ params: { path: { id } } });

/** Puts clips away, takes them back, or removes their files for good. */
export function useBinAct(onDone?: (id: string, verb: 'bin' | 'restore' | 'empty') => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, verb }: { id: string; verb: 'bin' | 'restore' | 'empty' }) => {
      if (verb === 'bin') await unwrap(api.POST('/api/v1/generations/{id}/bin', path(id)));
      else if (verb === 'restore') await unwrap(api.POST('/api/v1/generations/{id}/restore', path(id)));
      else await unwrap(api.POST('/api/v1/generations/{id}/empty', path(id)));
    },
    onSuccess: (_, { id, verb }) => onDone?.(id, verb),
    onSettled: (_data, _error, { id }) =>
      Promise.all(
        [['bin'], storageUseQuery.queryKey, ['clips'], ['clip', id], ['variations']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
