import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';
import { programChoicesQuery } from '../../api/programs';

export type Batch = Schemas['PayoutBatchView'];
export type BatchDetail = Schemas['PayoutBatchDetailView'];
export type Payout = Schemas['PayoutView'];
export type PayoutDetail = Schemas['PayoutDetailView'];
export type Transfer = Schemas['SandboxTransferView'];
export type Money = Schemas['MoneyView'];
export type Program = Schemas['ProgramSummaryView'];

export const CURRENCIES: readonly Program['currency'][] = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'SEK',
  'PLN',
  'CAD',
  'AUD',
  'JPY',
  'KWD',
];

export const BATCH_STATES = ['draft', 'approved', 'sending', 'paused', 'done', 'canceled'] as const;
export const PAYOUT_STATES = [
  'draft',
  'approved',
  'sending',
  'in_transit',
  'paid',
  'failed',
  'returned',
  'canceled',
  'on_hold',
] as const;

/** Programmes to choose from, and their names by id. */
export function usePrograms() {
  const programs = useQuery(programChoicesQuery).data ?? [];
  return {
    programs,
    options: programs.map(({ id, name }) => ({ value: id, label: name })),
    nameOf: (id: string) => programs.find((program) => program.id === id)?.name ?? id,
  };
}

/** The ways of paying that are set up here, and the least that each of them pays. */
export const railsQuery = queryOptions({
  queryKey: ['payout-rails'],
  staleTime: 60_000,
  queryFn: () => unwrap(api.GET('/api/v1/payout-rails')),
});

export interface BatchFilter {
  readonly state?: Batch['state'];
  readonly programId?: string;
}

export const batchesQuery = (filter: BatchFilter) =>
  pagesOf(['batches', filter], (page) =>
    unwrap(api.GET('/api/v1/payout-batches', { params: { query: { ...page, ...filter } } })),
  );

const isMoving = (batch: Batch | undefined): boolean =>
  batch !== undefined && ['approved', 'sending'].includes(batch.state);

export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['batch', id],
    queryFn: () => unwrap(api.GET('/api/v1/payout-batches/{id}', { params: { path: { id } } })),
    // Payouts arrive by themselves: look again while something is on its way.
    refetchInterval: ({ state }) => (isMoving(state.data) ? 1_500 : false),
  });

export interface PayoutFilter {
  readonly state?: Payout['state'];
  readonly programId?: string;
  readonly personId?: string;
  readonly batchId?: string;
}

export const payoutsQuery = (filter: PayoutFilter) =>
  pagesOf(
    ['payouts', filter],
    (page) => unwrap(api.GET('/api/v1/payouts', { params: { query: { ...page, ...filter } } })),
    50,
  );

export const payoutQuery = (id: string) =>
  queryOptions({
    queryKey: ['payout', id],
    queryFn: () => unwrap(api.GET('/api/v1/payouts/{id}', { params: { path: { id } } })),
  });

/** What was earned by one person in one programme, newest first: a payout names its earnings by id. */
export const earningsQuery = (personId: string, programId: string) =>
  queryOptions({
    queryKey: ['earnings', personId, programId],
    queryFn: () =>
      unwrap(api.GET('/api/v1/finance/earnings', { params: { query: { limit: 100, personId, programId } } })),
  });

export const transfersQuery = queryOptions({
  queryKey: ['transfers'],
  queryFn: () => unwrap(api.GET('/api/v1/sandbox/payouts', { params: { query: { limit: 100 } } })),
});

export const reportQuery = (programId: string | undefined) =>
  queryOptions({
    queryKey: ['finance-report', programId ?? null],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/reports/finance', {
          params: { query: programId === undefined ? {} : { programId } },
        }),
      ),
  });

/** Everything that shows money is read again after money has moved. */
export function useMoneyMoved() {
  const queries = useQueryClient();
  const names = ['batches', 'batch', 'payouts', 'payout', 'earnings', 'transfers', 'finance-report', 'fund'];
  return () => Promise.all(names.map((name) => queries.invalidateQueries({ queryKey: [name] })));
}

export function useDraft(onDrafted: (batch: BatchDetail) => void) {
  const moved = useMoneyMoved();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: Schemas['NewPayoutBatchInput']) =>
      unwrap(api.POST('/api/v1/payout-batches', { headers: keys.headers(JSON.stringify(body)), body })),
    onSuccess: (batch, body) => {
      keys.done(JSON.stringify(body));
      onDrafted(batch);
    },
    onSettled: moved,
  });
}

export type BatchVerb = 'approve' | 'cancel' | 'send' | 'pause' | 'resume' | 'stop';

export function useBatchStep(id: string, onDone: (verb: BatchVerb) => void) {
  const moved = useMoneyMoved();
  const keys = useActKey();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, ...body }: { verb: BatchVerb; hash?: string; reason?: string }) =>
      unwrap(
        api.POST('/api/v1/payout-batches/{id}/{verb}', {
          params: { path: { id, verb } },
          headers: keys.headers(verb + JSON.stringify(body)),
          body,
        }),
      ),
    onSuccess: (batch, { verb, ...body }) => {
      keys.done(verb + JSON.stringify(body));
      queries.setQueryData(batchQuery(id).queryKey, batch);
      onDone(verb);
    },
    onSettled: moved,
  });
}
