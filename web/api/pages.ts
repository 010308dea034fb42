import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Options of a list that is read page by page: `load` gets the query of the page to ask for. */
export const pagesOf = <T>(
  queryKey: QueryKey,
  load: (page: { limit: number; cursor?: string }) => Promise<Page<T>>,
  limit = 25,
) =>
  infiniteQueryOptions({
    queryKey,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => load({ limit, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    getNextPageParam: (page) => page.next,
  });
