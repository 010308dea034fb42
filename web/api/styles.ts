import { queryOptions } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from './client';

export type StyleItem = Schemas['StyleView'];

/** Published styles, the newest version of each. */
export const stylesQuery = queryOptions({
  queryKey: ['styles'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/styles'))).items,
});
