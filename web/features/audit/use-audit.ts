import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Entry = Schemas['AuditEntryView'];
export type EntryDetail = Schemas['AuditEntryDetail'];

export interface AuditFilter {
  readonly actor?: string;
  readonly act?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly until?: string;
}

export const auditQuery = (filter: AuditFilter) =>
  pagesOf(
    ['audit', 'list', filter],
    (page) => unwrap(api.GET('/api/v1/audit', { params: { query: { ...page, ...filter } } })),
    50,
  );

export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit', 'entry', id],
    queryFn: () => unwrap(api.GET('/api/v1/audit/{id}', { params: { path: { id } } })),
  });

export const actsQuery = queryOptions({
  queryKey: ['audit', 'acts'],
  queryFn: () => unwrap(api.GET('/api/v1/audit/acts')),
});

export const chainQuery = queryOptions({
  queryKey: ['audit', 'chain'],
  queryFn: () => unwrap(api.GET('/api/v1/audit/chain')),
  refetchInterval: 15_000,
});

export const verify = () => unwrap(api.GET('/api/v1/audit/verification'));

/** Midnight of a day of the calendar (`2026-11-26`) where the reader is; `undefined` for other text. */
export function startOf(day: string | undefined, plusDays = 0): string | undefined {
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const at = new Date(`${day}T00:00:00`);
  if (Number.isNaN(at.getTime())) return undefined;
  at.setDate(at.getDate() + plusDays);
  return at.toISOString();
}
