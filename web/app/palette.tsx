import '@mantine/spotlight/styles.css';
import { Kbd, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { deskQuery } from '../api/review-desk';
import { useSession } from '../api/session';
import { paletteActs, runPaletteAct } from '../ui/palette-acts';
import { sectionsFor } from './navigation';

const [store, palette] = createSpotlight();

interface Line {
  readonly label: string;
  /** Where it belongs, in small letters. */
  readonly of?: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

type Group = readonly [heading: string, lines: readonly Line[]];

const matches = (query: string, line: Line): boolean => {
  const text = `${line.label} ${line.of ?? ''}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** Acts of the page as they were when the palette was opened; each is looked up again before it is done. */
function useActs(isOpen: boolean): readonly Group[] {
  const [acts, setActs] = useState<readonly Group[]>([]);
  useEffect(() => {
    if (!isOpen) return;
    setActs(
      paletteActs().map(([heading, lines]) => [
        heading,
        lines.map(({ label, keys }) => ({
          label,
          keys,
          run: () => {
            if (runPaletteAct(heading, label)) return;
            notifications.show({ color: 'yellow', message: `“${label}” is not open to you here now.` });
          },
        })),
      ]),
    );
  }, [isOpen]);
  return acts;
}

function useGroups(isOpen: boolean): readonly Group[] {
  const session = useSession();
  const router = useRouter();
  const isReviewer = session?.permissions.includes('submission.review') === true;
  const { data: desk } = useQuery({ ...deskQuery, enabled: isReviewer });
  const go = (href: string) => () => void router.navigate({ href });
  const pages = new Map(
    sectionsFor(session).flatMap(({ title, pages: all }) =>
      all.map(({ to, label }) => [to, { label, of: title, run: go(to) }] as const),
    ),
  );
  const filters = desk?.filters ?? [];
  return [
    ...useActs(isOpen),
    ['Saved filters', filters.map(({ name, search }) => ({ label: name, run: go(`/review?${search}`) }))],
    ['Pages', [...pages.values()]],
  ];
}

/** What scrolls can be scrolled by keys: handed on to the area of the list, whose types leave it out. */
const SCROLLED: object = { viewportProps: { tabIndex: 0, role: 'group', 'aria-label': 'What there is' } };

/** The line that the arrows have come to: the store of the list tells nobody when it changes. */
const selected = (): string => document.querySelector('[data-action][data-selected]')?.textContent ?? '';

/** Everything by its name: pages, saved filters, and what may be done with what is open. */
export function Palette() {
  const { opened } = useSpotlight(store);
  const [query, setQuery] = useState('');
  const [said, setSaid] = useState('');
  const chosen = useRef<(() => void) | null>(null);
  const groups = useGroups(opened)
    .map(([heading, lines]) => [heading, lines.filter((line) => matches(query.trim(), line))] as const)
    .filter(([, lines]) => lines.length > 0);
  const act = () => {
    const run = chosen.current;
    chosen.current = null;
    // first the focus goes back to where it was: an act may move it on
    if (run !== null) setTimeout(run, 50);
  };
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      title="Go to, or do"
      // the name of the dialog: read out, not shown
      styles={{ header: { display: 'none' } }}
      onSpotlightClose={act}
    >
      <Spotlight.Search
        placeholder="A page, a saved filter, a step …"
        aria-label="Go to, or do"
        onKeyUp={() => setSaid(selected())}
      />
      {/* the focus stays in the field, so that screen readers would not hear where the arrows are */}
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
      <Spotlight.ActionsList {...SCROLLED}>
        {groups.map(([heading, lines]) => (
          <Spotlight.ActionsGroup key={heading} label={heading}>
            {lines.map((line) => (
              <Spotlight.Action
                key={line.label}
                label={line.label}
                {...(line.of !== undefined && { description: line.of })}
                rightSection={line.keys === undefined ? null : <Kbd size="xs">{line.keys}</Kbd>}
                onClick={() => {
                  chosen.current = line.run;
                }}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>Nothing of that name</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

export const openPalette = palette.open;
export const closePalette = palette.close;
