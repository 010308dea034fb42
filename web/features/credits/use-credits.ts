import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

const EVERY_MS = 5_000;
const DAYS = 30;
const MOST_ARTISTS = 200;

export const accuracyQuery = queryOptions({
  queryKey: ['eta-accuracy'],
  staleTime: 30_000,
  queryFn: () => unwrap(api.GET('/api/v1/generations/eta-accuracy', { params: { query: { days: DAYS } } })),
});

/** Who waits in one pool, or in all of them. */
export const lineQuery = (pool: string | undefined) =>
  queryOptions({
    queryKey: ['pools', 'line', pool ?? null],
    refetchInterval: EVERY_MS,
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/pools/line', {
          params: { query: { limit: MOST_ARTISTS, ...(pool === undefined ? {} : { pool }) } },
        }),
      ),
  });

export const programCreditsQuery = (id: string) =>
  queryOptions({
    queryKey: ['programs', id, 'credits'],
    queryFn: () => unwrap(api.GET('/api/v1/programs/{id}/credits', { params: { path: { id } } })),
  });

export const artistsQuery = pagesOf(['enrollments', 'active'], (page) =>
  unwrap(api.GET('/api/v1/enrollments', { params: { query: { ...page, state: 'active' } } })),
);

export const quotaOfQuery = (enrollmentId: string) =>
  queryOptions({
    queryKey: ['quota', 'of', enrollmentId],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/quota/{enrollmentId}', { params: { path: { enrollmentId }, query: { limit: 10 } } }),
      ),
  });

export function useTopUp(enrollmentId: string, onDone: () => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: Schemas['TopUpBody']) =>
      unwrap(
        api.POST('/api/v1/quota/{enrollmentId}/top-ups', {
          params: { path: { enrollmentId } },
          headers: keys.headers(JSON.stringify(body)),
          body,
        }),
      ),
    onSuccess: async (_, body) => {
      keys.done(JSON.stringify(body));
      await queries.invalidateQueries({ queryKey: ['quota', 'of', enrollmentId] });
      onDone();
    },
  });
}
