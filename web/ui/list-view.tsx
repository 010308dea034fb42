import { Button, Center, Skeleton, Stack } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../api/pages';
import { ProblemNote } from './problem-note';

/** A paged list: skeleton, problem, `empty`, or the items so far with a button for the following page. */
export function ListView<T>({
  query,
  empty,
  more = 'More',
  children,
}: {
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  empty: ReactNode;
  more?: string;
  children: (items: readonly T[]) => ReactNode;
}) {
  const retry = () => void (query.data === undefined ? query.refetch() : query.fetchNextPage());
  if (query.data === undefined) {
    if (query.isError) return <ProblemNote error={query.error} onRetry={retry} />;
    return (
      <Stack aria-busy="true" aria-label="Loading">
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} height={56} radius="md" />
        ))}
      </Stack>
    );
  }
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <>{empty}</>;
  return (
    <Stack gap="md">
      {children(items)}
      {query.isFetchNextPageError && <ProblemNote error={query.error} onRetry={retry} />}
      {query.hasNextPage && (
        <Center>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {more}
          </Button>
        </Center>
      )}
    </Stack>
  );
}
