import { Button, Grid, Group, ScrollArea, Select, Stack, Text, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { FeedbackPane } from './feedback-pane';
import { FEEDBACK_STATES, feedbackListQuery, type Feedback } from './use-feedback';

function Row({ item, isChosen, onChoose }: { item: Feedback; isChosen: boolean; onChoose: () => void }) {
  return (
    <UnstyledButton
      className="pick"
      w="100%"
      p="xs"
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
    >
      <Stack gap={4}>
        <Text size="sm" lineClamp={2}>
          {item.text}
        </Text>
        <Group gap={6}>
          <StateBadge state={item.state} />
          <Text size="xs" c="dimmed">
            {item.type}, <When at={item.createdAt} />
            {item.markers.length > 0 && `, ${item.markers.length} markers`}
          </Text>
        </Group>
      </Stack>
    </UnstyledButton>
  );
}

function useChoice() {
  const [filters, change] = useFilters(['state', 'item'] as const);
  const isAll = filters.state === 'all';
  const state = oneOf(FEEDBACK_STATES, filters.state);
  const feedback = useInfiniteQuery(feedbackListQuery(state, isAll));
  const items = feedback.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = filters.item ?? items[0]?.id;
  const index = items.findIndex(({ id }) => id === chosen);
  const goOn = () => change({ item: (items[index + 1] ?? items[index - 1])?.id ?? null });
  return { feedback, shown: isAll ? 'all' : (state ?? 'open'), chosen, change, goOn };
}

export function TriagePage() {
  const { feedback, shown, chosen, change, goOn } = useChoice();
  return (
    <>
      <PageHeader
        title="Feedback"
        lead="What was not handled in seven days counts as accepted. Whether it praises or criticises is not shown here."
        action={
          <Group>
            <Button variant="default" renderRoot={(props) => <Link to="/manage/feedback/board" {...props} />}>
              The board
            </Button>
            <Select
              aria-label="Which feedback"
              allowDeselect={false}
              data={[
                { value: 'open', label: 'Waiting, by deadline' },
                { value: 'all', label: 'Everything, newest first' },
                { group: 'Only', items: asOptions(FEEDBACK_STATES) },
              ]}
              value={shown}
              onChange={(next) => change({ state: next === 'open' ? null : next, item: null })}
            />
          </Group>
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: chosen === undefined ? 12 : 3 }}>
          <ScrollArea.Autosize mah={{ base: 320, md: 'calc(100dvh - 190px)' }}>
            <PagedView
              query={feedback}
              empty={
                <EmptyState
                  title={shown === 'open' ? 'Nothing waits' : 'No feedback fits'}
                  action={
                    <Button variant="light" onClick={() => change({ state: 'all', item: null })}>
                      Show everything
                    </Button>
                  }
                >
                  Artists file feedback on their clips; every item gets an answer.
                </EmptyState>
              }
            >
              {(items) => (
                <Stack gap={4}>
                  {items.map((item) => (
                    <Row
                      key={item.id}
                      item={item}
                      isChosen={item.id === chosen}
                      onChoose={() => change({ item: item.id })}
                    />
                  ))}
                </Stack>
              )}
            </PagedView>
          </ScrollArea.Autosize>
        </Grid.Col>
        {chosen !== undefined && (
          <Grid.Col span={{ base: 12, md: 9 }}>
            <FeedbackPane key={chosen} id={chosen} onHandled={goOn} />
          </Grid.Col>
        )}
      </Grid>
    </>
  );
}
