import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** One item of feedback; one's own, or for who triages anybody's. */
export const feedbackQuery = (id: string) =>
  queryOptions({
    queryKey: ['feedback', 'one', id],
    queryFn: () => unwrap(api.GET('/api/v1/feedback/{id}', { params: { path: { id } } })),
  });

/** The tags in use in one programme, or in all of them. */
export const tagsQuery = (programId: string | null) =>
  queryOptions({
    queryKey: ['feedback', 'tags', programId],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/feedback-board/tags', {
          params: { query: programId === null ? {} : { programId } },
        }),
      ),
  });
