import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { sessionQuery } from '../../api/session';

export type Security = Schemas['SecurityView'];

export const securityQuery = queryOptions({
  queryKey: ['security'],
  queryFn: () => unwrap(api.GET('/api/v1/account/security')),
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => unwrap(api.GET('/api/v1/sessions')),
});

/** A change of what protects the account: afterwards everything that shows it is read again. */
export function useSecurityChange<V, T>(change: (values: V) => Promise<T>, onDone?: (made: T) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (made) => {
      onDone?.(made);
      await Promise.all(
        [securityQuery, sessionsQuery, sessionQuery].map(({ queryKey }) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
