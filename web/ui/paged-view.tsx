import { Button, Center, Stack } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNote } from './problem-note';
import { QueryView } from './query-view';

interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A list that comes in pages: the rows so far, a button for more, or what stands there when it is empty. */
export function PagedView<T>({
  query,
  empty,
  children,
}: {
  query: UseInfiniteQueryResult<InfiniteData<PageOf<T>>>;
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}) {
  return (
    <QueryView query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return empty;
        return (
          <Stack>
            {children(items)}
            {query.isFetchNextPageError && (
              <ProblemNote error={query.error} onRetry={() => void query.fetchNextPage()} />
            )}
            {query.hasNextPage && (
              <Center>
                <Button
                  variant="default"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  More
                </Button>
              </Center>
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}
