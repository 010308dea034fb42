import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from './client';

export type Desk = Schemas['DeskSettings'];

/** A reviewer's own settings and saved filters. */
export const deskQuery = queryOptions({
  queryKey: ['review-desk'],
  staleTime: 60_000,
  queryFn: () => unwrap(api.GET('/api/v1/review-desk')),
});
