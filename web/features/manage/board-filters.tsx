import { Button, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tagsQuery } from '../../api/feedback';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';

const NAMES = ['type', 'severity', 'origin', 'tag', 'words', 'version'] as const;
const TYPES = ['issue', 'idea', 'praise', 'harm', 'rights', 'request'] as const;
const SEVERITIES = ['minor', 'major', 'blocking'] as const;
const ORIGINS = ['volunteered', 'unusable'] as const;

/** The filters of the board, as they stand in the address. */
export function useBoardFilters() {
  const [filters, change] = useFilters(NAMES);
  const query = {
    type: oneOf(TYPES, filters.type),
    severity: oneOf(SEVERITIES, filters.severity),
    origin: oneOf(ORIGINS, filters.origin),
    tag: filters.tag,
    words: filters.words,
    version: filters.version,
  };
  return { query, change };
}

/** The filters of the page, for a file of what they let through. */
export function searchOf(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `?${new URLSearchParams(given).toString()}`;
}

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** No filter at all. */
export const NOTHING = Object.fromEntries(NAMES.map((name) => [name, null]));
export const isFiltered = (query: Query): boolean =>
  Object.values(query).some((value) => value !== undefined);

type Query = ReturnType<typeof useBoardFilters>['query'];
type Change = ReturnType<typeof useBoardFilters>['change'];

export function BoardFilters({ query, change }: { query: Query; change: Change }) {
  const [words, setWords] = useState(query.words ?? '');
  const [version, setVersion] = useState(query.version ?? '');
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
        change({ words: given(words), version: given(version) });
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
      <TextInput
        label="Shipped in"
        w={110}
        value={version}
        onChange={(event) => setVersion(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        Search
      </Button>
      {isFiltered(query) && (
        <Button
          variant="subtle"
          onClick={() => {
            setWords('');
            setVersion('');
            change(NOTHING);
          }}
        >
          Clear
        </Button>
      )}
    </Group>
  );
}
