import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { PanelSeats } from './panel-seats';
import { ReviewCard } from './review-card';
import { reviewsQuery } from './use-grants';

const STATES = ['assigned', 'completed', 'recused'] as const;

/** What a reviewer was asked to judge, blind. */
export function ReviewGrantsPage() {
  const [filters, change] = useFilters(['state'] as const);
  const state = oneOf(STATES, filters.state);
  const reviews = useInfiniteQuery(reviewsQuery(state));
  return (
    <>
      <PageHeader
        title="Grant reviews"
        lead="You do not see who applied, and nobody who applied sees who reviewed. If you recognise somebody, recuse yourself: another person is asked."
      />
      <PanelSeats />
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
            title={state === undefined ? 'Nothing to review' : 'Nothing in this state'}
            action={
              state === undefined ? undefined : (
                <Button variant="light" onClick={() => change({ state: null })}>
                  Show all
                </Button>
              )
            }
          >
            Reviews are handed out at random when a call closes whose panel you are on.
          </EmptyState>
        }
      >
        {(items) => (
          <Stack>
            {items.map((review) => (
              <ReviewCard key={review.id} review={review} />
            ))}
            <Text size="sm" c="dimmed">
              Reviews can be changed until the ranking is made.
            </Text>
          </Stack>
        )}
      </PagedView>
    </>
  );
}
