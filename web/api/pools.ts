import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** How full each pool of workers is and what waits for it, renewed while one looks. */
export const poolsQuery = queryOptions({
  queryKey: ['pools'],
  refetchInterval: 5_000,
  queryFn: async () => (await unwrap(api.GET('/api/v1/pools'))).items,
});

/** Every renderer that is installed, renewed while one looks. */
export const providersQuery = queryOptions({
  queryKey: ['providers'],
  refetchInterval: 5_000,
  queryFn: async () => (await unwrap(api.GET('/api/v1/providers'))).items,
});
