import { Anchor, Button, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Schemas } from '../../api/client';
import { policyQuery } from '../../api/programs';
import { galleryWordsQuery } from '../../api/gallery';
import { oneOf, useFilters } from '../../ui/use-filters';

const NAMES = ['q', 'tag', 'licence', 'madeWith', 'artist', 'without', 'sort'] as const;
export type Filters = Partial<Record<(typeof NAMES)[number], string>>;
type Change = (next: Partial<Record<(typeof NAMES)[number], string | null>>) => void;

export const useGalleryFilters = () => useFilters(NAMES);

const MADE = [
  { value: 'model', label: 'a generative model' },
  { value: 'procedural', label: 'a formula' },
];

/** The filters as the server takes them; what it does not know is left out. */
export function queryOf({ q, tag, artist, licence, madeWith, without, sort }: Filters) {
  return {
    q,
    tag,
    artist,
    licence: licence as Schemas['WorkView']['licence'] | undefined,
    madeWith: oneOf(['model', 'procedural'] as const, madeWith),
    without: without?.split(',') as Schemas['WorkView']['labels'] | undefined,
    sort: oneOf(['newest', 'oldest'] as const, sort),
  };
}

/** The address of the feed of what is shown. */
function feedOf(filters: Filters): string {
  const query = new URLSearchParams(filters).toString();
  return `/feeds/works.xml${query === '' ? '' : `?${query}`}`;
}

function Search({ value, change }: { value: string; change: Change }) {
  const [text, setText] = useState(value);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        change({ q: text.trim() === '' ? null : text.trim() });
      }}
    >
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          label="Words"
          placeholder="Title, tag, name"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="light">
          Search
        </Button>
      </Group>
    </form>
  );
}

/** What the gallery is narrowed to; it stands in the address, and the feed follows it. */
export function GalleryFilters({ filters, change }: { filters: Filters; change: Change }) {
  const words = useQuery(galleryWordsQuery);
  const policy = useQuery(policyQuery);
  return (
    <Group align="end" gap="sm" mb="lg">
      <Search key={filters.q ?? ''} value={filters.q ?? ''} change={change} />
      <Select
        label="Tag"
        w={150}
        clearable
        searchable
        data={[
          ...new Set([
            ...(words.data?.tags.map(({ tag }) => tag) ?? []),
            ...(filters.tag === undefined ? [] : [filters.tag]),
          ]),
        ]}
        value={filters.tag ?? null}
        onChange={(tag) => change({ tag })}
      />
      <Select
        label="Made with"
        w={170}
        clearable
        data={MADE}
        value={filters.madeWith ?? null}
        onChange={(madeWith) => change({ madeWith })}
      />
      <Select
        label="Licence"
        w={200}
        clearable
        data={
          words.data?.licences.map(({ name, says }) => ({
            value: name,
            label: says.split(':')[0] ?? name,
          })) ?? []
        }
        value={filters.licence ?? null}
        onChange={(licence) => change({ licence })}
      />
      <MultiSelect
        label="Leave out"
        w={220}
        clearable
        data={policy.data?.labels.map(({ name, means }) => ({ value: name, label: means })) ?? []}
        value={filters.without?.split(',') ?? []}
        onChange={(labels) => change({ without: labels.length === 0 ? null : labels.join(',') })}
      />
      <Select
        label="Order"
        w={140}
        allowDeselect={false}
        data={[
          { value: 'newest', label: 'newest first' },
          { value: 'oldest', label: 'oldest first' },
        ]}
        value={filters.sort ?? 'newest'}
        onChange={(sort) => change({ sort: sort === 'oldest' ? sort : null })}
      />
      {filters.artist !== undefined && (
        <Button variant="default" onClick={() => change({ artist: null })}>
          All artists
        </Button>
      )}
      <Anchor href={feedOf(filters)} size="sm" pb={8}>
        RSS
      </Anchor>
    </Group>
  );
}
