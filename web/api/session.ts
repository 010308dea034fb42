import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { api, ApiProblem, unwrap, type Schemas } from './client';

export type Session = Schemas['SessionView'];
export type Role = Session['person']['roles'][number];

/** The server says with the page when nobody can be signed in. It says so once: somebody may sign in a moment later. */
function nobodyYet(): null | undefined {
  const note = document.querySelector('meta[name="atelier-session"][content="none"]');
  note?.remove();
  return note === null ? undefined : null;
}

/** Who is signed in; `null` for the public. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  initialData: nobodyYet,
  queryFn: async (): Promise<Session | null> => {
    try {
      return await unwrap(api.GET('/api/v1/session'));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
});

export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null;
}

/**
 * Somebody else is at the screen now, or nobody: what was read for the person before is forgotten. The session itself
 * stays in the cache, or those who watch it would not learn of the change.
 */
export function changeSession(queries: QueryClient, session: Session | null): void {
  queries.setQueryData(sessionQuery.queryKey, session);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}
