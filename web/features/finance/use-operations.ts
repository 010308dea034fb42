import { useMutation } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { useMoneyMoved } from './use-finance';

export function useRetry(id: string, onDone: () => void) {
  const moved = useMoneyMoved();
  const keys = useActKey();
  return useMutation({
    mutationFn: (reason: string) =>
      unwrap(
        api.POST('/api/v1/payouts/{id}/{verb}', {
          params: { path: { id, verb: 'retry' } },
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

export type TransferVerb = 'settle' | 'delay' | 'fail' | 'return';

/** The sandbox knows a transfer by its payout's id. */
export function useTransferStep(payoutId: string, onDone: (verb: TransferVerb) => void) {
  const moved = useMoneyMoved();
  return useMutation({
    mutationFn: ({ verb, reason }: { verb: TransferVerb; reason: string }) =>
      unwrap(
        api.POST('/api/v1/sandbox/payouts/{id}/{verb}', {
          params: { path: { id: payoutId, verb } },
          body: reason === '' ? {} : { reason },
        }),
      ),
    onSuccess: (_, { verb }) => onDone(verb),
    onSettled: moved,
  });
}

export function useFunding(onBooked: (booked: Schemas['FundingView']) => void) {
  const moved = useMoneyMoved();
  const keys = useActKey();
  return useMutation({
    mutationFn: ({ programId, body }: { programId: string; body: Schemas['MoneyInput'] }) =>
      unwrap(
        api.POST('/api/v1/programs/{id}/funding', {
          params: { path: { id: programId } },
          headers: keys.headers(programId + JSON.stringify(body)),
          body,
        }),
      ),
    onSuccess: (booked, { programId, body }) => {
      keys.done(programId + JSON.stringify(body));
      onBooked(booked);
    },
    onSettled: moved,
  });
}
