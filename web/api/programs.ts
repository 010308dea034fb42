import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** One programme, by id or slug, with everything it has published and that is in force. */
export const programQuery = (id: string) =>
  queryOptions({
    queryKey: ['program', id],
    staleTime: 60_000,
    queryFn: () => unwrap(api.GET('/api/v1/programs/{id}', { params: { path: { id } } })),
  });

/** The same as options of a field. */
export const useProgramOptions = () =>
  (useQuery(programChoicesQuery).data ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** One version of the terms; it never changes. */
export const termsQuery = (programId: string, version: number) =>
  queryOptions({
    queryKey: ['terms', programId, version],
    staleTime: Infinity,
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/programs/{id}/terms/{version}', { params: { path: { id: programId, version } } }),
      ),
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

/** Programmes to choose from. */
export const programChoicesQuery = queryOptions({
  queryKey: ['programs', 'choices'],
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

/** The cohorts of a programme, by its id or slug. */
export const cohortsQuery = (id: string) =>
  queryOptions({
    queryKey: ['cohorts', id],
    queryFn: () => unwrap(api.GET('/api/v1/programs/{id}/cohorts', { params: { path: { id } } })),
  });

/** What an applicant reads first: the form, how it is decided, until when. */
export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', 'entry', id],
    queryFn: () => unwrap(api.GET('/api/v1/programs/{id}/application-form', { params: { path: { id } } })),
  });
