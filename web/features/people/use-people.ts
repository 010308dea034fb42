import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Person = Schemas['PersonListItem'];
export type Role = Schemas['InvitationBody']['roles'][number];
export type RoleChange = Schemas['RoleChangeView'];

export const PERSON_ROLES: readonly Role[] = ['artist', 'reviewer', 'finance', 'manager', 'admin'];
export const PERSON_STATES: readonly Person['state'][] = ['active', 'unverified', 'closed'];

export interface PeopleFilter {
  readonly role?: Role;
  readonly state?: Person['state'];
  readonly text?: string;
}

export const peopleQuery = (filter: PeopleFilter) =>
  pagesOf(['people', filter], (page) =>
    unwrap(api.GET('/api/v1/people', { params: { query: { ...page, ...filter } } })),
  );

export const roleChangesQuery = queryOptions({
  queryKey: ['role-changes'],
  queryFn: () => unwrap(api.GET('/api/v1/role-changes')),
});

/** An act on people; their lists are read again afterwards. */
export function usePeopleAct<V, T>(act: (values: V) => Promise<T>, onDone?: (made: T) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (made) => {
      onDone?.(made);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['people'] }),
        queries.invalidateQueries({ queryKey: roleChangesQuery.queryKey }),
      ]);
    },
  });
}

/** What of an account's state people read. */
export const stateWords = (person: Person): string =>
  person.state === 'unverified' && !person.roles.includes('artist') ? 'invited' : person.state;
