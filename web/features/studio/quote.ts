import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Request } from './request';

/** What a request would cost. The words do not change the price: one is shown before there are any. */
export const quoteQuery = (request: Request) => {
  const body = { ...request, prompt: 'a price only' };
  return queryOptions({
    queryKey: ['quote', body],
    queryFn: () => unwrap(api.POST('/api/v1/generations/quote', { body })),
  });
};
