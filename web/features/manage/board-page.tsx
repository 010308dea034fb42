import { Anchor, Box, Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { tagsQuery } from '../../api/feedback';
import { DownloadLinks } from '../../ui/download-links';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import type { Feedback } from './use-feedback';

const NAMES = ['type', 'severity', 'origin', 'tag', 'words', 'version'] as const;
const TYPES = ['issue', 'idea', 'praise', 'harm', 'rights', 'request'] as const;
const SEVERITIES = ['minor', 'major', 'blocking'] as const;
const ORIGINS = ['volunteered', 'unusable'] as const;

function useBoard() {
  const [filters, change] = useFilters(NAMES);
  const query = {
    type: oneOf(TYPES, filters.type),
    severity: oneOf(SEVERITIES, filters.severity),
    origin: oneOf(ORIGINS, filters.origin),
    tag: filters.tag,
    words: filters.words,
    version: filters.version,
  };
  const board = useQuery({
    queryKey: ['feedback', 'board', query],
    queryFn: () => unwrap(api.GET('/api/v1/feedback-board', { params: { query } })),
  });
  return { query, change, board };
}

/** The filters of the page, for a file of what they let through. */
function searchOf(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `?${new URLSearchParams(given).toString()}`;
}

type Query = ReturnType<typeof useBoard>['query'];
type Change = ReturnType<typeof useBoard>['change'];

function Filters({ query, change }: { query: Query; change: Change }) {
  const [words, setWords] = useState(query.words ?? '');
  const tags = useQuery(tagsQuery(null));
  const pick = (
    name: 'type' | 'severity' | 'origin' | 'tag',
    label: string,
    data: { value: string; label: string }[],
  ) => (
    <Select
      key={name}
      label={label}
      placeholder="Any"
      clearable
      searchable={name === 'tag'}
      clearButtonProps={{ 'aria-label': `Any ${label.toLowerCase()}` }}
      w={150}
      data={data}
      value={query[name] ?? null}
      onChange={(next) => change({ [name]: next })}
    />
  );
  return (
    <Group
      component="form"
      role="search"
      align="flex-end"
      onSubmit={(event) => {
        event.preventDefault();
        change({ words: words.trim() === '' ? null : words.trim() });
      }}
    >
      {pick('type', 'Kind', asOptions(TYPES))}
      {pick('severity', 'Severity', asOptions(SEVERITIES))}
      {pick('origin', 'Origin', asOptions(ORIGINS))}
      {pick(
        'tag',
        'Tag',
        (tags.data?.items ?? []).map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` })),
      )}
      <TextInput label="Words" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <Button type="submit" variant="default">
        Search
      </Button>
      <Button
        variant="subtle"
        onClick={() => {
          setWords('');
          change(Object.fromEntries(NAMES.map((name) => [name, null])));
        }}
      >
        Clear
      </Button>
    </Group>
  );
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
    <Box component="section" aria-label={name} w={240} style={{ flex: 'none' }}>
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
        <Filters query={query} change={change} />
        <QueryView query={board}>
          {({ columns }) =>
            columns.every(({ count }) => count === 0) ? (
              <EmptyState title="No feedback fits">
                Clear the filters, or wait for artists to write.
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
