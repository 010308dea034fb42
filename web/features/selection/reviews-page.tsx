import { Button, Group, Select, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { ReviewCard } from './review-card';
import { reviewsQuery } from './use-selection';

const STATES = ['assigned', 'completed', 'recused'] as const;

/** Applications that one was asked to score, blind. */
export function ReviewsPage() {
  const [filters, change] = useFilters(['state'] as const);
  const state = oneOf(STATES, filters.state);
  const reviews = useInfiniteQuery(reviewsQuery(state));
  return (
    <>
      <PageHeader
        title="Applications to score"
        lead="You do not see who applied, and nobody who applied sees who scored. If you recognise somebody, say so: another person is asked."
      />
      <Group mb="md">
        <Select
          label="State"
          placeholder="All"
          clearable
          data={asOptions(STATES)}
          value={state ?? null}
          onChange={(next) => change({ state: next })}
        />
      </Group>
      <PagedView
        query={reviews}
        empty={
          <EmptyState
            title={state === undefined ? 'Nothing to score' : 'Nothing in this state'}
            action={
              state === undefined ? undefined : (
                <Button variant="light" onClick={() => change({ state: null })}>
                  Show all
                </Button>
              )
            }
          >
            Applications are handed out at random to the panel of a programme. What was given back is not
            shown any more.
          </EmptyState>
        }
      >
        {(items) => (
          <Stack>
            {items.map((review) => (
              <ReviewCard key={`${review.id} ${review.state}`} review={review} />
            ))}
          </Stack>
        )}
      </PagedView>
    </>
  );
}
