import { Anchor, Button, Group, TextInput } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { type Schemas } from '../../api/client';
import { oneOf, useFilters } from '../../ui/use-filters';

const NAMES = ['q', 'tag', 'licence', 'madeWith', 'artist', 'without', 'sort'] as const;
/** Those that stand behind the button. */
const FIELDS = ['tag', 'licence', 'madeWith', 'without', 'sort'] as const;
export type Filters = Partial<Record<(typeof NAMES)[number], string>>;
export type Change = (next: Partial<Record<(typeof NAMES)[number], string | null>>) => void;

/** Loaded when it is asked for: most visitors come to look. */
const FilterFields = lazy(() => import('./filter-fields').then((file) => ({ default: file.FilterFields })));

export const useGalleryFilters = () => useFilters(NAMES);

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
  const set = FIELDS.filter((name) => filters[name] !== undefined).length;
  const [isOpen, setOpen] = useState(set > 0);
  return (
    <>
      <Group align="end" gap="sm" mb={isOpen ? 'sm' : 'lg'}>
        <Search key={filters.q ?? ''} value={filters.q ?? ''} change={change} />
        <Button
          variant="default"
          aria-expanded={isOpen}
          aria-controls="gallery-filters"
          onClick={() => setOpen(!isOpen)}
        >
          {set === 0 ? 'Filters' : `Filters (${set})`}
        </Button>
        {filters.artist !== undefined && (
          <Button variant="default" onClick={() => change({ artist: null })}>
            All artists
          </Button>
        )}
        <Anchor href={feedOf(filters)} size="sm" pb={8}>
          RSS
        </Anchor>
      </Group>
      {isOpen && (
        <Suspense fallback={null}>
          <FilterFields filters={filters} change={change} />
        </Suspense>
      )}
    </>
  );
}
