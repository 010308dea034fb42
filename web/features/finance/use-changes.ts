import { queryOptions, useMutation } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';
import { useMoneyMoved } from './use-finance';

export type Preview = Schemas['PayoutPreviewView'];
export type Reversal = Schemas['ReversalView'];

/** The hash is part of the key: what is frozen anew is looked at anew. */
export const previewQuery = (id: string, hash: string) =>
  queryOptions({
    queryKey: ['batch', id, 'preview', hash],
    staleTime: 60_000,
    queryFn: () => unwrap(api.GET('/api/v1/payout-batches/{id}/preview', { params: { path: { id } } })),
  });

export function useLeaveOut(batchId: string, onDone: () => void) {
  const moved = useMoneyMoved();
  const keys = useActKey();
  return useMutation({
    mutationFn: ({ personId, reason }: { personId: string; reason: string }) =>
      unwrap(
        api.POST('/api/v1/payout-batches/{id}/payees/{personId}/leave-out', {
          params: { path: { id: batchId, personId } },
          headers: keys.headers(personId + reason),
          body: { reason },
        }),
      ),
    onSuccess: (_, { personId, reason }) => {
      keys.done(personId + reason);
      onDone();
    },
    onSettled: moved,
  });
}

export const reversalsQuery = (payoutId: string) =>
  queryOptions({
    queryKey: ['payout', payoutId, 'reversals'],
    refetchInterval: 3_000,
    queryFn: () =>
      unwrap(api.GET('/api/v1/payout-reversals', { params: { query: { payoutId, limit: 25 } } })),
  });

export const allReversalsQuery = (state: Reversal['state'] | undefined) =>
  pagesOf(['payout', 'all-reversals', state ?? null], (page) =>
    unwrap(api.GET('/api/v1/payout-reversals', { params: { query: { ...page, ...(state && { state }) } } })),
  );

export function useAskReversal(payoutId: string, onDone: () => void) {
  const moved = useMoneyMoved();
  const keys = useActKey();
  return useMutation({
    mutationFn: (reason: string) =>
      unwrap(
        api.POST('/api/v1/payouts/{id}/reversals', {
          params: { path: { id: payoutId } },
          headers: keys.headers(reason),
          body: { reason },
        }),
      ),
    onSuccess: (_, reason) => {
      keys.done(reason);
      onDone();
    },
    onSettled: moved,
  });
}

export function useReversalStep(onDone: (verb: 'confirm' | 'withdraw') => void) {
  const moved = useMoneyMoved();
  const keys = useActKey();
  return useMutation({
    mutationFn: ({ id, verb }: { id: string; verb: 'confirm' | 'withdraw' }) =>
      unwrap(
        api.POST('/api/v1/payout-reversals/{id}/{verb}', {
          params: { path: { id, verb } },
          headers: keys.headers(id + verb),
        }),
      ),
    onSuccess: (_, { id, verb }) => {
      keys.done(id + verb);
      onDone(verb);
    },
    onSettled: moved,
  });
}
