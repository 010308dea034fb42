import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useActKey } from '../../api/act-key';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Call = Schemas['CallView'];
export type Application = Schemas['CallApplicationView'];
export type Award = Schemas['AwardView'];
export type Milestone = Schemas['MilestoneView'];
export type Review = Schemas['ReviewView'];
export type AtelierEvent = Schemas['EventView'];
export type Seat = Schemas['SeatView'];
export type PanelSeat = Schemas['PanelSeatView'];
export type Judging = Schemas['JudgingView'];

/** Everything of this feature hangs on this key: what one act changes, another list may show. */
const GRANTS = 'grants';
export const grantsKey = (...rest: readonly unknown[]) => [GRANTS, ...rest] as const;

export const callsQuery = pagesOf(grantsKey('calls'), (page) =>
  unwrap(api.GET('/api/v1/calls', { params: { query: page } })),
);

export const callQuery = (id: string) =>
  queryOptions({
    queryKey: grantsKey('call', id),
    queryFn: () => unwrap(api.GET('/api/v1/calls/{id}', { params: { path: { id } } })),
  });

export const questionsQuery = (id: string) =>
  pagesOf(grantsKey('questions', id), (page) =>
    unwrap(api.GET('/api/v1/calls/{id}/questions', { params: { path: { id }, query: page } })),
  );

export const judgingQuery = (id: string) =>
  queryOptions({
    queryKey: grantsKey('judging', id),
    queryFn: () => unwrap(api.GET('/api/v1/calls/{id}/judging', { params: { path: { id } } })),
  });

/** Of a call: one's own, or all of them, blind, for those who judge. */
export const callApplicationsQuery = (id: string) =>
  queryOptions({
    queryKey: grantsKey('applications', id),
    queryFn: () =>
      unwrap(api.GET('/api/v1/calls/{id}/applications', { params: { path: { id }, query: { limit: 100 } } })),
  });

export const myApplicationsQuery = pagesOf(grantsKey('my-applications'), (page) =>
  unwrap(api.GET('/api/v1/call-applications', { params: { query: page } })),
);

export const awardsQuery = (callId?: string) =>
  pagesOf(grantsKey('awards', callId), (page) =>
    unwrap(
      api.GET('/api/v1/awards', { params: { query: { ...page, ...(callId !== undefined && { callId }) } } }),
    ),
  );

export const reviewsQuery = (state: Review['state'] | undefined) =>
  pagesOf(grantsKey('reviews', state), (page) =>
    unwrap(api.GET('/api/v1/grant-reviews', { params: { query: { ...page, ...(state && { state }) } } })),
  );

export const panelSeatsQuery = queryOptions({
  queryKey: grantsKey('panels'),
  queryFn: () => unwrap(api.GET('/api/v1/grant-panels')),
});

export const eventsQuery = pagesOf(grantsKey('events'), (page) =>
  unwrap(api.GET('/api/v1/events', { params: { query: page } })),
);

export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: grantsKey('event', id),
    queryFn: () => unwrap(api.GET('/api/v1/events/{id}', { params: { path: { id } } })),
  });

export const seatsQuery = (id: string) =>
  queryOptions({
    queryKey: grantsKey('seats', id),
    queryFn: () =>
      unwrap(api.GET('/api/v1/events/{id}/seats', { params: { path: { id }, query: { limit: 100 } } })),
  });

export const mySeatsQuery = pagesOf(grantsKey('my-seats'), (page) =>
  unwrap(api.GET('/api/v1/seats', { params: { query: page } })),
);

/**
 * One act of this feature: `send` gets the headers with the act's Idempotency-Key. Afterwards everything shown of
 * grants and events is read again, also when it was refused: somebody else may have been faster.
 */
export function useGrantAct<B, R>(
  send: (body: B, headers: Record<string, string>) => Promise<R>,
  onDone?: (result: R) => void,
) {
  const queries = useQueryClient();
  const keys = useActKey();
  return useMutation({
    mutationFn: (body: B) => send(body, keys.headers(JSON.stringify(body ?? null))),
    onSuccess: (result, body) => {
      keys.done(JSON.stringify(body ?? null));
      onDone?.(result);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [GRANTS] }),
  });
}

export const dayOf = (at: string): string => new Date(at).toLocaleDateString('en', { dateStyle: 'long' });
export const momentOf = (at: string, timeZone?: string): string =>
  new Date(at).toLocaleString('en', { dateStyle: 'full', timeStyle: 'short', ...(timeZone && { timeZone }) });
