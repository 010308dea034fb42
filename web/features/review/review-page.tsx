import { Button, Grid, Group, ScrollArea, SegmentedControl, Stack } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { useFilters } from '../../ui/use-filters';
import { KeysDialog } from './keys-dialog';
import { QueueList } from './queue-list';
import { useKeys } from './use-keys';
import { queueQuery, submissionQuery, type Submission, type View } from './use-review';
import { Workplace } from './workplace';

const EMPTY: Record<View, [string, string]> = {
  open: ['Nothing waits', 'Whatever artists hand in appears here, the nearest deadline first.'],
  all: ['Nothing was handed in yet', 'Every submission will be listed here, also those that are decided.'],
};

/** Which submission is open: kept in the address, and fixed there so that a new arrival does not push it away. */
function useChoice(items: readonly Submission[]) {
  const [{ view, item }, change] = useFilters(['view', 'item'] as const);
  const queries = useQueryClient();
  const index = items.findIndex(({ id }) => id === item);
  const first = items[0]?.id;
  useEffect(() => {
    if (item === undefined && first !== undefined) change({ item: first });
  });
  const following = items[index + 1]?.id;
  useEffect(() => {
    if (following !== undefined) void queries.prefetchQuery(submissionQuery(following));
  }, [following, queries]);
  const go = (by: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, index + by))];
    if (next !== undefined) change({ item: next.id });
  };
  return { view: view === 'all' ? 'all' : ('open' as View), item, index, change, go };
}

function useQueue() {
  const [{ view }] = useFilters(['view'] as const);
  return useInfiniteQuery(queueQuery(view === 'all' ? 'all' : 'open'));
}

export function ReviewPage() {
  const queue = useQueue();
  const items = queue.data?.pages.flatMap((page) => page.items) ?? [];
  const { view, item, index, change, go } = useChoice(items);
  const [isHelp, help] = useDisclosure();
  const [areKeysOn, setKeysOn] = useLocalStorage({ key: 'review-keys', defaultValue: true });
  useKeys({ j: () => go(1), k: () => go(-1), '?': help.open }, areKeysOn);
  const leave = () => {
    const next = items[index + 1] ?? items[index - 1];
    if (view === 'open') change({ item: next?.id ?? null });
  };
  const [title, says] = EMPTY[view];
  return (
    <>
      <PageHeader
        title="Review queue"
        lead="By rule, not by taste. Low-risk items that nobody decides in time are approved."
        action={
          <Group>
            <SegmentedControl
              aria-label="Which submissions"
              data={[
                { value: 'open', label: 'Waiting' },
                { value: 'all', label: 'Everything' },
              ]}
              value={view}
              onChange={(next) => change({ view: next === 'all' ? 'all' : null, item: null })}
            />
            <Button variant="default" onClick={help.open}>
              Keys
            </Button>
          </Group>
        }
      />
      <KeysDialog opened={isHelp} isOn={areKeysOn} onSwitch={setKeysOn} onClose={help.close} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 3 }}>
          <ScrollArea.Autosize mah={{ base: 320, md: 'calc(100dvh - 190px)' }}>
            <PagedView
              query={queue}
              empty={
                <EmptyState
                  title={title}
                  action={
                    <Button variant="light" onClick={() => void queue.refetch()}>
                      Look again
                    </Button>
                  }
                >
                  {says}
                </EmptyState>
              }
            >
              {(rows) => (
                <QueueList items={rows} view={view} chosen={item} onChoose={(id) => change({ item: id })} />
              )}
            </PagedView>
          </ScrollArea.Autosize>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 9 }}>
          <Stack>
            {item !== undefined && <Workplace key={item} id={item} areKeysOn={areKeysOn} onDecided={leave} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
