import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** One submission, as its artist or its reviewers may see it. */
export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['submission', id],
    queryFn: () => unwrap(api.GET('/api/v1/submissions/{id}', { params: { path: { id } } })),
  });
