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
/** What the latin subset of the first font can draw (its unicode-range). */
const LATIN =
  /^[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2010-\u2027\u2030-\u205e\u20ac\u2122]*$/;
/** Letters as wide as they are high. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]|[\u{20000}-\u{3ffff}]/u;
/** Control characters, and marks that turn the reading direction: nobody hides words in a mark. */
const HIDDEN = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
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

/** A piece of a line that one font file draws whole. */
export interface CaptionRun {
  /** Holds its text. */
  readonly file: string;
  readonly font: string;
  /** Pixels from where the line begins. */
  readonly shift: number;
}

/** A line with its fonts. One run is placed by what ffmpeg measures, several by what was measured before. */
export interface SetLine extends CaptionLine {
  readonly runs: readonly CaptionRun[];
  /** Pixels; of several runs together. */
  readonly width: number;
}

export interface SetCaption extends Omit<Caption, 'lines'> {
  readonly lines: readonly SetLine[];
}

export interface Caption {
  readonly place: VisibleMark['place'];
  /** Distance from the side, in pixels. */
  readonly margin: number;
  readonly lines: readonly CaptionLine[];
}

/** Whether one small font has all of it. */
export const isLatin = (text: string): boolean => LATIN.test(text);

/** On one line, short, with nothing hidden. What no font has is left out by whoever sets it. */
export function tidy(text: string): string {
  const line = text.normalize('NFC').replace(HIDDEN, ' ').replace(/\s+/g, ' ').trim();
  return [...line].slice(0, LONGEST_MARK).join('').trim();
}

/** Estimated width in shares of the font size. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 1 : LETTER), 0);

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
    Math.max(8, Math.floor(Math.min(wanted, (width - 2 * margin) / widthOf(text))));
  const place = mark?.place ?? 'bottom_right';
  const isTop = place.startsWith('top');
  const said = labelOf(kind, mark);
  const words = tidy(mark?.text ?? '');
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
