import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Reading = Schemas['ReadingView'];
export type Column = Schemas['ReadingColumnView'];
export type Filter = Schemas['ReadingFilterView'];
export type Sum = Schemas['ReadingSumView'];
export type Group = Schemas['ReadingGroupSum'];
export type ExportFile = Schemas['ExportView'];
export type SavedFilter = Schemas['SavedFilterView'];
export type Row = Readonly<Record<string, unknown>>;
export type Filters = Readonly<Record<string, string>>;

type Key = Schemas['NewSavedFilterInput']['reading'];
/** The address holds any word; the server refuses the ones that it does not know. */
const path = (key: string) => ({ key: key as Key });

export const readingsQuery = queryOptions({
  queryKey: ['readings'],
  staleTime: Infinity,
  queryFn: async () => (await unwrap(api.GET('/api/v1/readings'))).items,
});

export const rowsQuery = (key: string, filters: Filters) =>
  pagesOf(
    ['reading-rows', key, filters],
    async (page) => {
      const query = { ...filters, ...page };
      const found = await unwrap(api.GET('/api/v1/readings/{key}', { params: { path: path(key), query } }));
      return { ...found, items: found.items };
    },
    50,
  );

export const sumsQuery = (key: string, filters: Filters) =>
  queryOptions({
    queryKey: ['reading-sums', key, filters],
    queryFn: () =>
      unwrap(api.GET('/api/v1/readings/{key}/sums', { params: { path: path(key), query: { ...filters } } })),
  });

export const groupsQuery = (key: string, filters: Filters, by: string) =>
  queryOptions({
    queryKey: ['reading-groups', key, filters, by],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/readings/{key}/groups', { params: { path: path(key), query: { ...filters, by } } }),
      ),
  });

export const savedQuery = queryOptions({
  queryKey: ['saved-filters'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/saved-filters'))).items,
});

/** Keeping, sharing and removing filters under a name. */
export function useSaved() {
  const queries = useQueryClient();
  const keys = useActKey();
  const onSettled = () => queries.invalidateQueries({ queryKey: savedQuery.queryKey });
  const save = useMutation({
    mutationFn: (body: Schemas['NewSavedFilterInput']) =>
      unwrap(api.POST('/api/v1/saved-filters', { headers: keys.headers(JSON.stringify(body)), body })),
    onSuccess: (_, body) => keys.done(JSON.stringify(body)),
    onSettled,
  });
  const share = useMutation({
    mutationFn: ({ id, isShared }: { id: string; isShared: boolean }) =>
      unwrap(api.PATCH('/api/v1/saved-filters/{id}', { params: { path: { id } }, body: { isShared } })),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE('/api/v1/saved-filters/{id}', { params: { path: { id } } })),
    onSettled,
  });
  return { save, share, remove };
}

export const exportsQuery = pagesOf(['exports'], (page) =>
  unwrap(api.GET('/api/v1/exports', { params: { query: page } })),
);

const isUnderWay = (state: string | undefined): boolean => state === 'queued' || state === 'running';

export const exportQuery = (id: string) =>
  queryOptions({
    queryKey: ['export', id],
    queryFn: () => unwrap(api.GET('/api/v1/exports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.state) ? 700 : false),
  });

export function useExport(onMade: (file: ExportFile) => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: Schemas['NewExportInput']) =>
      unwrap(api.POST('/api/v1/exports', { headers: keys.headers(JSON.stringify(body)), body })),
    onSuccess: (file, body) => {
      keys.done(JSON.stringify(body));
      onMade(file);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['exports'] }),
  });
}

export function useCancelExport(id: string) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/exports/{id}/cancel', {
          params: { path: { id } },
          headers: keys.headers('cancel'),
        }),
      ),
    onSuccess: (file) => queries.setQueryData(exportQuery(id).queryKey, file),
  });
}
