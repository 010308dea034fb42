import { useEffect, useRef } from 'react';

/** One line of the palette. */
export interface PaletteAct {
  readonly label: string;
  /** The single key that does the same, as it is shown. */
  readonly keys?: string;
  readonly run: () => void;
}

type Source = () => readonly PaletteAct[];

const sources = new Map<string, Source>();

/** While the component is there, the palette offers these acts under this heading. */
export function usePaletteActs(heading: string, acts: readonly PaletteAct[]): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const source: Source = () => latest.current;
    sources.set(heading, source);
    return () => {
      if (sources.get(heading) === source) sources.delete(heading);
    };
  }, [heading]);
}

/** What may be done on the page now, by heading: what came last, such as the thing that is open, is first. */
export const paletteActs = (): readonly (readonly [heading: string, acts: readonly PaletteAct[]])[] =>
  [...sources].toReversed().map(([heading, source]) => [heading, source()] as const);

/** Does it, unless it went away while somebody was choosing; `false`: it did. */
export function runPaletteAct(heading: string, label: string): boolean {
  const act = sources
    .get(heading)?.()
    .find((one) => one.label === label);
  act?.run();
  return act !== undefined;
}
