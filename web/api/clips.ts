import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** One clip: its state, length and frames, and its files once there are any. */
export const clipQuery = (id: string) =>
  queryOptions({
    queryKey: ['clip', id],
    queryFn: () => unwrap(api.GET('/api/v1/generations/{id}', { params: { path: { id } } })),
  });
