import { Button, Grid, Group, Kbd, ScrollArea, SegmentedControl, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { submissionQuery } from '../../api/submissions';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { usePaletteActs } from '../../ui/palette-acts';
import { useFilters } from '../../ui/use-filters';
import { BulkBar } from './bulk-bar';
import { DeskMenu } from './desk-menu';
import { KeysDialog } from './keys-dialog';
import { QueueFilters } from './queue-filters';
import { QueueList } from './queue-list';
import { useUndo } from './undo-toast';
import { useMarks } from './use-bulk';
import { useBreaks } from './use-breaks';
import { easedBy, useDesk } from './use-desk';
import { useKeys } from './use-keys';
import { FILTERS, queueQuery, useNext, type Submission, type View } from './use-review';
import { Workplace } from './workplace';

const EMPTY: Record<View, [string, string]> = {
  open: ['Nothing waits', 'Whatever artists hand in appears here, the nearest deadline first.'],
  all: ['Nothing was handed in yet', 'Every submission will be listed here, also those that are decided.'],
};

/** Which submission is open: kept in the address, and fixed there so that a new arrival does not push it away. */
function useChoice(items: readonly Submission[]) {
  const [{ view, item }, change] = useFilters(['view', 'item'] as const);
  const index = items.findIndex(({ id }) => id === item);
  const first = items[0]?.id;
  useEffect(() => {
    if (item === undefined && first !== undefined) change({ item: first });
  });
  const following = items[index + 1]?.id;
  const ahead = useQuery({ ...submissionQuery(following ?? ''), enabled: following !== undefined }).data
    ?.clip;
  const go = (by: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, index + by))];
    if (next !== undefined) change({ item: next.id });
  };
  return { view: view === 'all' ? 'all' : ('open' as View), item, index, ahead, change, go };
}

function useQueue() {
  const [{ view, ...filters }, change] = useFilters(['view', ...FILTERS] as const);
  const queue = useInfiniteQuery(queueQuery(view === 'all' ? 'all' : 'open', filters));
  return { queue, filters, filter: change };
}

export function ReviewPage() {
  const { queue, filters, filter } = useQueue();
  const items = queue.data?.pages.flatMap((page) => page.items) ?? [];
  const { view, item, index, ahead, change, go } = useChoice(items);
  const [isHelp, help] = useDisclosure();
  const { desk, change: changeDesk } = useDesk();
  const areKeysOn = desk.keys;
  useBreaks(desk.breakMinutes);
  const marks = useMarks(items.map(({ id }) => id));
  const mark = ({ shiftKey }: KeyboardEvent) => {
    if (item !== undefined && view === 'open') (shiftKey ? marks.range : marks.mark)(item);
  };
  const undo = useUndo((id) => change({ item: id }));
  const next = useNext((id) => change({ item: id }));
  const take = () => next.mutate(filters);
  useKeys({ j: () => go(1), k: () => go(-1), n: take, x: mark, z: undo.undo, '?': help.open }, areKeysOn);
  usePaletteActs('Review queue', [
    { label: 'Take the next', keys: 'N', run: take },
    { label: 'Take my last verdict back', keys: 'Z', run: undo.undo },
    { label: 'Keys', keys: '?', run: help.open },
  ]);
  const leave = () => {
    const following = items[index + 1] ?? items[index - 1];
    if (view === 'open') change({ item: following?.id ?? null });
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
            <Button
              variant="default"
              loading={next.isPending}
              rightSection={<Kbd size="xs">N</Kbd>}
              onClick={take}
            >
              Take the next
            </Button>
            <DeskMenu desk={desk} onChange={changeDesk} />
            <Button variant="default" onClick={help.open}>
              Keys
            </Button>
          </Group>
        }
      />
      <KeysDialog
        opened={isHelp}
        isOn={areKeysOn}
        onSwitch={(keys) => changeDesk({ keys })}
        onClose={help.close}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 3 }}>
          {view === 'open' && (
            <QueueFilters filters={filters} desk={desk} onChange={filter} onDesk={changeDesk} />
          )}
          {view === 'open' && (
            <BulkBar chosen={items.filter(({ id }) => marks.marked.includes(id))} onClear={marks.clear} />
          )}
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
                <QueueList
                  items={rows}
                  view={view}
                  chosen={item}
                  eased={easedBy(desk)}
                  marked={new Set(marks.marked)}
                  onChoose={(id) => change({ item: id })}
                  onMark={marks.mark}
                />
              )}
            </PagedView>
          </ScrollArea.Autosize>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 9 }}>
          <Stack>
            {item !== undefined && (
              <Workplace key={item} id={item} desk={desk} onStaged={undo.offer} onDecided={leave} />
            )}
          </Stack>
        </Grid.Col>
      </Grid>
      {/* the next one is fetched while this one is looked at */}
      {ahead !== undefined && (
        <video
          key={ahead.videoUrl}
          src={ahead.videoUrl}
          poster={ahead.posterUrl}
          preload="auto"
          muted
          hidden
        />
      )}
    </>
  );
}
