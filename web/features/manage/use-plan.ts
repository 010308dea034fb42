import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import type { Clause, Program } from './use-manage';

export type Cohort = Schemas['CohortView'];
export type Draft = Schemas['DraftView'];
export type Enrollment = Schemas['EnrollmentView'];

export const statesQuery = queryOptions({
  queryKey: ['program-states'],
  staleTime: Infinity,
  queryFn: () => unwrap(api.GET('/api/v1/program-states')),
});

export const draftsQuery = (id: string) =>
  queryOptions({
    queryKey: ['drafts', id],
    queryFn: () => unwrap(api.GET('/api/v1/programs/{id}/drafts', { params: { path: { id } } })),
  });

export const membersQuery = (programId: string, cohortId?: string) =>
  queryOptions({
    queryKey: ['members', programId, cohortId ?? 'all'],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/enrollments', {
          params: { query: { programId, limit: 100, ...(cohortId === undefined ? {} : { cohortId }) } },
        }),
      ),
  });

/** What is wrong with clauses while they are being written; asked again whenever they change. */
export const useLint = (programId: string, clauses: readonly Clause[]) =>
  useQuery({
    queryKey: ['terms-lint', programId, JSON.stringify(clauses)],
    enabled: clauses.length > 0,
    retry: false,
    placeholderData: (before: Schemas['LintView'] | undefined) => before,
    queryFn: () =>
      unwrap(
        api.POST('/api/v1/programs/{id}/terms-lint', {
          params: { path: { id: programId } },
          body: { clauses: [...clauses] },
        }),
      ),
  });

export function useSaveDraft(programId: string, kind: Draft['kind']) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ etag, ...body }: Schemas['DraftBody'] & { etag: string | null }) =>
      unwrap(
        api.PUT('/api/v1/programs/{id}/drafts/{kind}', {
          params: {
            path: { id: programId, kind },
            header: etag === null ? { 'If-None-Match': '*' } : { 'If-Match': etag },
          },
          body,
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['drafts', programId] }),
  });
}

const refresh = (queries: ReturnType<typeof useQueryClient>) =>
  Promise.all(
    ['program', 'programs', 'cohorts', 'members', 'calendar'].map((key) =>
      queries.invalidateQueries({ queryKey: [key] }),
    ),
  );

export function useChangePlan(program: Program, onChanged: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['ProgramChangeBody']) =>
      unwrap(
        api.PATCH('/api/v1/programs/{id}', {
          params: { path: { id: program.id }, header: { 'If-Match': program.etag } },
          body,
        }),
      ),
    onSuccess: onChanged,
    onSettled: () => refresh(queries),
  });
}

export function useCopy(id: string, onCopied: (program: Program) => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: Schemas['CopyBody']) =>
      unwrap(
        api.POST('/api/v1/programs/{id}/copy', {
          params: { path: { id } },
          headers: keys.headers(JSON.stringify(body)),
          body,
        }),
      ),
    onSuccess: async (program, body) => {
      keys.done(JSON.stringify(body));
      await refresh(queries);
      onCopied(program);
    },
  });
}

export function useFormCohort(programId: string, onFormed: () => void) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: Schemas['CohortBody']) =>
      unwrap(
        api.POST('/api/v1/programs/{id}/cohorts', {
          params: { path: { id: programId } },
          headers: keys.headers(JSON.stringify(body)),
          body,
        }),
      ),
    onSuccess: async (_, body) => {
      keys.done(JSON.stringify(body));
      await refresh(queries);
      onFormed();
    },
  });
}

export function useAdmit(programId: string, cohortId: string, onAdmitted: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (enrollmentIds: string[]) =>
      unwrap(
        api.POST('/api/v1/programs/{id}/cohorts/{cohortId}/members', {
          params: { path: { id: programId, cohortId } },
          body: { enrollmentIds },
        }),
      ),
    onSuccess: onAdmitted,
    onSettled: () => refresh(queries),
  });
}
