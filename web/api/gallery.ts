import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** The closed lists of words that a work is described by. */
export const galleryWordsQuery = queryOptions({
  queryKey: ['gallery-words'],
  staleTime: Infinity,
  queryFn: () => unwrap(api.GET('/api/v1/gallery-words')),
});
