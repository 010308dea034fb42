import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** One programme, by id or slug, with everything it has published and that is in force. */
export const programQuery = (id: string) =>
  queryOptions({
    queryKey: ['program', id],
    staleTime: 60_000,
    queryFn: () => unwrap(api.GET('/api/v1/programs/{id}', { params: { path: { id } } })),
  });

/** The programmes that one is or was in. */
export const enrollmentsQuery = queryOptions({
  queryKey: ['enrollments'],
  queryFn: () => unwrap(api.GET('/api/v1/enrollments', { params: { query: { limit: 100 } } })),
});

/** By what rules sharing is decided. */
export const policyQuery = queryOptions({
  queryKey: ['approval-policy'],
  staleTime: Infinity,
  queryFn: () => unwrap(api.GET('/api/v1/approval-policy')),
});

/** Programmes to choose from, with their currency. */
export const programNamesQuery = queryOptions({
  queryKey: ['programs', 'names-and-currencies'],
  staleTime: 60_000,
  queryFn: async () =>
    (await unwrap(api.GET('/api/v1/programs', { params: { query: { limit: 100 } } }))).items,
});

/** Every rate card of a programme, newest first, with what each item is for. */
export const rateCardsQuery = (id: string) =>
  queryOptions({
    queryKey: ['rate-cards', id],
    staleTime: 60_000,
    queryFn: () => unwrap(api.GET('/api/v1/programs/{id}/rate-cards', { params: { path: { id } } })),
  });
