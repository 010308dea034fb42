import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** One's own tax forms, and what keeps money from being paid for want of one. */
export const myTaxQuery = queryOptions({
  queryKey: ['my-tax'],
  queryFn: () => unwrap(api.GET('/api/v1/me/tax')),
});
