import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Finding = Schemas['FindingView'];
export type FindingSum = Schemas['FindingSumView'];
export type Overview = Schemas['ReconciliationView'];

export const MATCHES = ['missing_there', 'missing_here', 'differs', 'unknown', 'pending', 'matched'] as const;
export const FINDING_STATES = ['open', 'proposed', 'explained', 'clear'] as const;
export const RAILS = ['sandbox', 'stripe', 'bank_file'] as const;

export interface FindingFilter {
  readonly rail?: Finding['rail'];
  readonly match?: Finding['match'];
  readonly state?: Finding['state'];
  readonly payoutId?: string;
}

const isRunning = (overview: Overview | undefined): boolean =>
  overview?.runs.some(({ endedAt }) => endedAt === null) === true;

export const overviewQuery = queryOptions({
  queryKey: ['reconciliation', 'overview'],
  queryFn: () => unwrap(api.GET('/api/v1/reconciliation')),
  // A run ends by itself: look again while one is under way.
  refetchInterval: ({ state }) => (isRunning(state.data) ? 1_000 : false),
});

export const findingsQuery = (filter: FindingFilter) =>
  pagesOf(
    ['reconciliation', 'findings', filter],
    (page) =>
      unwrap(api.GET('/api/v1/reconciliation/findings', { params: { query: { ...page, ...filter } } })),
    50,
  );

function useReread() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['reconciliation'] });
}

export function useRun() {
  const reread = useReread();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/reconciliation/runs', { body: {} })),
    onSettled: reread,
  });
}

export type FindingVerb = 'explain' | 'accept' | 'send_back';

export function useFindingStep(id: string, onDone: (verb: FindingVerb) => void) {
  const reread = useReread();
  const keys = useActKey();
  return useMutation({
    mutationFn: ({ verb, ...body }: { verb: FindingVerb; explanation?: string }) =>
      unwrap(
        api.POST('/api/v1/reconciliation/findings/{id}/{verb}', {
          params: { path: { id, verb } },
          headers: keys.headers(verb + JSON.stringify(body)),
          body,
        }),
      ),
    onSuccess: (_, { verb, ...body }) => {
      keys.done(verb + JSON.stringify(body));
      onDone(verb);
    },
    onSettled: reread,
  });
}

/** Every page carries the sums of the whole list. */
export const sumsOf = (page: object | undefined): readonly FindingSum[] =>
  page !== undefined && 'sums' in page ? (page as Schemas['FindingPage']).sums : [];
