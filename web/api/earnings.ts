import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** One earning with everything behind it; one's own, or for finance anybody's. */
export const earningQuery = (id: string) =>
  queryOptions({
    queryKey: ['earning', id],
    queryFn: () => unwrap(api.GET('/api/v1/earnings/{id}', { params: { path: { id } } })),
  });
