import type { VisibleMark } from '../../../domain/provider';

/** Said in the picture itself, whoever made it: these clips come from a formula, not from a model. */
export const LABEL = 'procedural preview · not model output';

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

/** The mark above, the label below it, in the same corner; small enough for the narrowest frame. */
export function captionOf(mark: VisibleMark | null, width: number, height: number): Caption {
  const short = Math.min(width, height);
  const margin = Math.round(short * 0.026);
  const fit = (text: string, wanted: number): number =>
    Math.max(8, Math.floor(Math.min(wanted, (width - 2 * margin) / (text.length * LETTER))));
  const place = mark?.place ?? 'bottom_right';
  const isTop = place.startsWith('top');
  const labelSize = fit(LABEL, Math.max(10, short * 0.0205));
  const label: CaptionLine = {
    file: 'label.txt',
    text: LABEL,
    size: labelSize,
    opacity: 0.74,
    offset: margin,
  };
  const text = drawable(mark?.text ?? '');
  if (text === '') return { place, margin, lines: [label] };
  const size = fit(text, Math.max(12, short * 0.028));
  const gap = Math.round(short * 0.009);
  const above: CaptionLine = { file: 'mark.txt', text, size, opacity: 0.9, offset: margin };
  if (isTop) return { place, margin, lines: [above, { ...label, offset: margin + size + gap }] };
  return { place, margin, lines: [{ ...above, offset: margin + labelSize + gap }, label] };
}
