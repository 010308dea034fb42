import type { VideoProvider, VisibleMark } from './provider';

/** Said in the picture itself: what made it. */
export const LABELS = {
  procedural: 'procedural preview · not model output',
  model: 'made with a generative model',
} as const satisfies Record<VideoProvider['kind'], string>;

/** Under the mark, or alone: a clip from a formula says so whatever the policy; one of a model, where marks are shown. */
export function labelOf(kind: VideoProvider['kind'], mark: VisibleMark | null): string | null {
  return kind === 'procedural' || mark !== null ? LABELS[kind] : null;
}

const LONGEST_MARK = 80;
/** What the latin subset of the font can draw (its unicode-range), apart from control characters. */
const DRAWABLE =
  /[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2010-\u2027\u2030-\u205e\u20ac\u2122]/;
/** Average width of a letter in shares of the font size. */
const LETTER = 0.58;

export interface CaptionLine {
  readonly file: string;
  readonly text: string;
  /** Pixels. */
  readonly size: number;
  /** 0 … 1 */
  readonly opacity: number;
  /** Distance of the line's box from the top (or bottom) edge, in pixels. */
  readonly offset: number;
}

export interface Caption {
  readonly place: VisibleMark['place'];
  /** Distance from the side, in pixels. */
  readonly margin: number;
  readonly lines: readonly CaptionLine[];
}

/** Leaves out what the font cannot draw; letters with unknown accents lose the accent. */
export function drawable(text: string): string {
  const letters = [...text.normalize('NFC').replace(/\s+/g, ' ').trim()];
  const kept = letters.map((letter) => {
    if (DRAWABLE.test(letter)) return letter;
    const plain = letter.normalize('NFKD')[0] ?? '';
    return DRAWABLE.test(plain) ? plain : '';
  });
  return kept.join('').slice(0, LONGEST_MARK).trim();
}

/** The mark above, the label below it, in the same corner; small enough for the narrowest frame. No line: nothing to say. */
export function captionOf(
  mark: VisibleMark | null,
  kind: VideoProvider['kind'],
  width: number,
  height: number,
): Caption {
  const short = Math.min(width, height);
  const margin = Math.round(short * 0.026);
  const fit = (text: string, wanted: number): number =>
    Math.max(8, Math.floor(Math.min(wanted, (width - 2 * margin) / (text.length * LETTER))));
  const place = mark?.place ?? 'bottom_right';
  const isTop = place.startsWith('top');
  const said = labelOf(kind, mark);
  const words = drawable(mark?.text ?? '');
  const labelSize = said === null ? 0 : fit(said, Math.max(10, short * 0.0205));
  const label: CaptionLine[] =
    said === null ? [] : [{ file: 'label.txt', text: said, size: labelSize, opacity: 0.74, offset: margin }];
  if (words === '') return { place, margin, lines: label };
  const size = fit(words, Math.max(12, short * 0.028));
  const gap = Math.round(short * 0.009);
  const above: CaptionLine = { file: 'mark.txt', text: words, size, opacity: 0.9, offset: margin };
  const lower = label.map((line) => ({ ...line, offset: margin + size + gap }));
  if (isTop) return { place, margin, lines: [above, ...lower] };
  return { place, margin, lines: [{ ...above, offset: margin + labelSize + gap }, ...label] };
}
