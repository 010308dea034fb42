import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Earning = Schemas['EarningView'];
export type Correction = Schemas['CorrectionView'];

export const EARNING_STATES = ['unfunded', 'due', 'in_payout', 'paid', 'reversed'] as const;
export const CATEGORIES = ['service', 'prize', 'royalty', 'reimbursement'] as const;
export const REASONS = {
  wrong_amount: 'The amount is wrong',
  counted_twice: 'The same fact was counted twice',
  wrong_person: 'It is somebody else’s',
  not_done: 'What it is for did not happen',
} as const satisfies Record<Correction['reason'], string>;

export interface EarningFilter {
  readonly programId?: string;
  readonly personId?: string;
  readonly state?: Earning['state'];
  readonly category?: Earning['category'];
  readonly late?: 'yes';
}

/** Count and sums of the whole filtered set. */
export const totalsQuery = (filter: EarningFilter) =>
  queryOptions({
    queryKey: ['all-earnings', 'totals', filter],
    queryFn: () => unwrap(api.GET('/api/v1/finance/earning-totals', { params: { query: { ...filter } } })),
  });

/** Address of the list as CSV, with its filters. */
export const csvOf = (filter: EarningFilter): string =>
  `/api/v1/finance/earnings.csv?${new URLSearchParams({ ...filter }).toString()}`;

export const allEarningsQuery = (filter: EarningFilter) =>
  pagesOf(['all-earnings', filter], (page) =>
    unwrap(api.GET('/api/v1/finance/earnings', { params: { query: { ...page, ...filter } } })),
  );

export const correctionsQuery = (state?: Correction['state']) =>
  pagesOf(['corrections', state], (page) =>
    unwrap(
      api.GET('/api/v1/finance/corrections', { params: { query: { ...page, ...(state && { state }) } } }),
    ),
  );

function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [['all-earnings'], ['corrections'], ['earning']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
}

export function useProposeCorrection(id: string, onDone: () => void) {
  const refresh = useRefresh();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: Schemas['CorrectionBody']) =>
      unwrap(
        api.POST('/api/v1/finance/earnings/{id}/corrections', {
          params: { path: { id } },
          headers: keys.headers(JSON.stringify(body)),
          body,
        }),
      ),
    onSuccess: (_, body) => {
      keys.done(JSON.stringify(body));
      onDone();
    },
    onSettled: refresh,
  });
}

export type CorrectionVerb = 'confirm' | 'withdraw';

export function useCorrectionStep() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, verb }: { id: string; verb: CorrectionVerb }) =>
      unwrap(api.POST('/api/v1/finance/corrections/{id}/{verb}', { params: { path: { id, verb } } })),
    onSettled: refresh,
  });
}
