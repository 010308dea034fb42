import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Selection = Schemas['SelectionView'];
export type Review = Schemas['ApplicationReviewView'];
export type Invitation = Schemas['ProgramInvitationView'];
export type Form = Schemas['FormView'];
export type Field = Schemas['FormFieldShape'];
export type FormDraft = Schemas['FormLintBody'];

/** Everything of this feature hangs on this key. */
const SELECTION = 'selection';

export const selectionQuery = (programId: string) =>
  queryOptions({
    queryKey: [SELECTION, 'progress', programId],
    queryFn: () =>
      unwrap(api.GET('/api/v1/programs/{id}/selection', { params: { path: { id: programId } } })),
  });

export const lintQuery = (programId: string, draft: FormDraft) =>
  queryOptions({
    queryKey: [SELECTION, 'lint', draft],
    staleTime: Infinity,
    queryFn: () =>
      unwrap(
        api.POST('/api/v1/programs/{id}/application-form-lint', {
          params: { path: { id: programId } },
          body: draft,
        }),
      ),
  });

export const reviewsQuery = (state: Review['state'] | undefined) =>
  pagesOf([SELECTION, 'reviews', state], (page) =>
    unwrap(
      api.GET('/api/v1/application-reviews', { params: { query: { ...page, ...(state && { state }) } } }),
    ),
  );

export const invitationsQuery = (programId: string, state: Invitation['state'] | undefined) =>
  pagesOf([SELECTION, 'invitations', programId, state], (page) =>
    unwrap(
      api.GET('/api/v1/programs/{id}/invitations', {
        params: { path: { id: programId }, query: { ...page, ...(state && { state }) } },
      }),
    ),
  );

const peopleOf = async (role: 'reviewer' | 'manager') =>
  (await unwrap(api.GET('/api/v1/people', { params: { query: { role, limit: 100 } } }))).items;

/** Who may be on a panel. */
export const scorersQuery = queryOptions({
  queryKey: [SELECTION, 'scorers'],
  staleTime: 60_000,
  queryFn: async () => {
    const people = [...(await peopleOf('reviewer')), ...(await peopleOf('manager'))];
    return [...new Map(people.map((person) => [person.id, person])).values()];
  },
});

/** One act of selection with its key. Refused or not, what is shown is read again: somebody may have been faster. */
export function useSelectionAct<B, R>(
  send: (body: B, headers: Record<string, string>) => Promise<R>,
  onDone?: (result: R) => void,
) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: B) => send(body, keys.headers(JSON.stringify(body ?? null))),
    onSuccess: (result, body) => {
      keys.done(JSON.stringify(body ?? null));
      onDone?.(result);
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: [SELECTION] }),
        queries.invalidateQueries({ queryKey: ['applications'] }),
      ]),
  });
}

export const momentOf = (at: string): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' });
