import { usePaletteActs } from '../../ui/palette-acts';
import type { Compare } from './use-compare';
import type { OnClip } from './use-on-clip';

interface Acts {
  /** Steps that are open to the reader now. */
  readonly buttons: readonly { readonly label: string; readonly key: string; readonly onClick: () => void }[];
  readonly onClip: OnClip;
  readonly compare: Compare;
  /** Absent: one has not claimed it. */
  readonly hold: (() => void) | undefined;
  /** Absent: one is no manager, or it waits for nobody. */
  readonly assign: (() => void) | undefined;
}

/** What may be done with the open submission, for the palette. */
export function useWorkActs({ buttons, onClip, compare, hold, assign }: Acts): void {
  usePaletteActs('This submission', [
    ...buttons.map(({ label, key, onClick }) => ({ label, run: onClick, ...(key !== '' && { keys: key }) })),
    ...(hold === undefined ? [] : [{ label: 'Put on hold', keys: 'H', run: hold }]),
    ...(assign === undefined ? [] : [{ label: 'Assign to a reviewer', keys: 'E', run: assign }]),
    ...(hold === undefined
      ? []
      : [
          { label: 'Draw on the picture', keys: 'D', run: onClip.draw },
          {
            label: 'Note at this frame',
            keys: 'M',
            run: () => document.getElementById('review-note')?.focus(),
          },
        ]),
    ...(compare.others.length === 0
      ? []
      : [
          { label: 'Compare side by side', keys: 'V', run: () => compare.toggle('beside') },
          { label: 'Compare with a wipe', keys: 'Shift V', run: () => compare.toggle('over') },
        ]),
    { label: 'Loop', keys: '\\', run: onClip.toggleLoop },
  ]);
}
