import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';

export type Recipient = Schemas['RecipientView'];

export const recipientsQuery = queryOptions({
  queryKey: ['my-recipients'],
  queryFn: () => unwrap(api.GET('/api/v1/me/recipients')),
});

function useFresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: recipientsQuery.queryKey });
}

export function useSetRecipient(rail: Recipient['rail'], onDone: () => void) {
  const fresh = useFresh();
  return useMutation({
    mutationFn: (body: Schemas['RecipientInput']) =>
      unwrap(api.PUT('/api/v1/me/recipients/{rail}', { params: { path: { rail } }, body })),
    onSuccess: onDone,
    onSettled: fresh,
  });
}

export function useRecipientStep(rail: Recipient['rail']) {
  const fresh = useFresh();
  return useMutation({
    mutationFn: (verb: 'refresh' | 'choose') =>
      unwrap(
        verb === 'refresh'
          ? api.POST('/api/v1/me/recipients/{rail}/refresh', { params: { path: { rail } } })
          : api.POST('/api/v1/me/recipients/{rail}/choose', { params: { path: { rail } } }),
      ),
    onSettled: fresh,
  });
}

/** The page is good once and for minutes: it is made when it is wanted, and opened at once. */
export function useOpenLink(rail: Recipient['rail']) {
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/me/recipients/{rail}/link', { params: { path: { rail } } })),
    onSuccess: ({ url }) => window.location.assign(url),
  });
}
