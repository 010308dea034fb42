import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Suspension = Schemas['SuspensionProposalView'];
export type Proposal = Schemas['SuspensionBody'];

export const STATES: Record<Suspension['state'], string> = {
  proposed: 'waits for a second person',
  confirmed: 'waits for a second look outside of the line',
  in_force: 'in force',
  refused: 'a second person said no',
  withdrawn: 'withdrawn',
  expired: 'nobody confirmed it in time',
  dropped: 'it never took effect',
  lifted: 'lifted before its time',
  ended: 'over by itself',
  overturned: 'an appeal overturned it',
};

/** What is closed: clips always, the rest where it is said. */
export const SCOPES: Record<Suspension['scope'][number], string> = {
  generation: 'making clips',
  sharing: 'handing in works to be shared',
  tasks: 'taking new paid tasks',
};

export const STATE_NAMES = Object.keys(STATES) as readonly Suspension['state'][];

export const GROUNDS: Record<NonNullable<Proposal['ground']>, string> = {
  terms: 'It breaks a clause of the terms',
  safety: 'It could hurt people',
  rights: 'It uses what belongs to others',
  confidentiality: 'It shows what is still secret',
  security: 'An account is in wrong hands',
};

export const suspensionsQuery = (state?: Suspension['state']) =>
  pagesOf(['suspensions', state ?? 'all'], (page) =>
    unwrap(
      api.GET('/api/v1/suspensions', {
        params: { query: { ...page, ...(state !== undefined && { state }) } },
      }),
    ),
  );

/** Who can be suspended in a programme: those who are in. */
export const membersQuery = (programId: string) =>
  queryOptions({
    queryKey: ['members', programId, 'suspendable'],
    enabled: programId !== '',
    queryFn: async () => {
      const query = { programId, limit: 100 };
      const { items } = await unwrap(api.GET('/api/v1/enrollments', { params: { query } }));
      return items.filter(({ state }) => state === 'active' || state === 'paused');
    },
  });

export function usePropose(enrollmentId: string) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: Proposal) =>
      unwrap(
        api.POST('/api/v1/enrollments/{id}/suspensions', {
          params: { path: { id: enrollmentId } },
          body,
          headers: keys.headers(JSON.stringify(body)),
        }),
      ),
    onSuccess: async (_, body) => {
      keys.done(JSON.stringify(body));
      await queries.invalidateQueries({ queryKey: ['suspensions'] });
    },
  });
}

export function useStep(id: string) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: ({ verb, note }: { verb: Suspension['available'][number]; note?: string }) =>
      unwrap(
        api.POST('/api/v1/suspensions/{id}/{verb}', {
          params: { path: { id, verb } },
          body: note === undefined ? {} : { note },
          headers: keys.headers(verb),
        }),
      ),
    onSuccess: async (_, { verb }) => {
      keys.done(verb);
      await queries.invalidateQueries({ queryKey: ['suspensions'] });
    },
  });
}
