import { Anchor, Box, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { DownloadLinks } from '../../ui/download-links';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { BoardFilters, isFiltered, NOTHING, searchOf, useBoardFilters } from './board-filters';
import type { Feedback } from './use-feedback';

function useBoard() {
  const { query, change } = useBoardFilters();
  const board = useQuery({
    queryKey: ['feedback', 'board', query],
    queryFn: () => unwrap(api.GET('/api/v1/feedback-board', { params: { query } })),
  });
  return { query, change, board };
}

function Card({ item }: { item: Feedback }) {
  return (
    <Paper withBorder p="xs" component="li">
      <Anchor
        size="sm"
        fw={600}
        renderRoot={(props) => (
          <Link to="/manage/feedback" search={{ state: 'all', item: item.id }} {...props} />
        )}
      >
        {item.title}
      </Anchor>
      <Text size="xs" c="dimmed">
        {item.type}, {item.author}, impact {item.impact.score}
        {item.shippedIn === null ? '' : `, in ${item.shippedIn}`}
      </Text>
      {(item.tags ?? []).length > 0 && (
        <Text size="xs" c="dimmed">
          {(item.tags ?? []).map((tag) => `#${tag}`).join(' ')}
        </Text>
      )}
    </Paper>
  );
}

function Column({ state, count, items }: Schemas['BoardColumn']) {
  const name = state.replaceAll('_', ' ');
  return (
    // An empty column takes less room: more of the others is seen at once.
    <Box component="section" aria-label={name} w={items.length > 0 ? 240 : 120} style={{ flex: 'none' }}>
      <Title order={2} size="h6" tt="capitalize" mb="xs">
        {name} ({count})
      </Title>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map((item) => (
          <Card key={item.id} item={item} />
        ))}
      </Stack>
      {count > items.length && (
        <Text size="xs" mt="xs">
          <Link to="/manage/feedback" search={{ state }}>
            All {count}
          </Link>
        </Text>
      )}
    </Box>
  );
}

/** All feedback by state, heaviest first. */
export function BoardPage() {
  const { query, change, board } = useBoard();
  return (
    <>
      <PageHeader
        title="Feedback board"
        lead="Heaviest first: kind × severity × artists who said it. Whether it praises or criticises is not shown here."
        action={
          <Group>
            <DownloadLinks href="/api/v1/feedback-export/feedback" search={searchOf(query)} />
            <Button variant="default" renderRoot={(props) => <Link to="/manage/feedback" {...props} />}>
              The queue
            </Button>
          </Group>
        }
      />
      <Stack>
        <BoardFilters query={query} change={change} />
        <QueryView query={board}>
          {({ columns }) =>
            columns.every(({ count }) => count === 0) ? (
              <EmptyState
                title={isFiltered(query) ? 'No feedback fits' : 'No feedback yet'}
                action={
                  isFiltered(query) && (
                    <Button variant="light" onClick={() => change(NOTHING)}>
                      Show everything
                    </Button>
                  )
                }
              >
                Artists file feedback on their clips; every item gets an answer.
              </EmptyState>
            ) : (
              // A region that scrolls sideways must be reachable by keyboard.
              <Box tabIndex={0} role="region" aria-label="Columns" style={{ overflowX: 'auto' }}>
                <Group align="flex-start" wrap="nowrap" gap="md">
                  {columns.map((column) => (
                    <Column key={column.state} {...column} />
                  ))}
                </Group>
              </Box>
            )
          }
        </QueryView>
      </Stack>
    </>
  );
}
