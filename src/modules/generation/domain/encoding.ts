import type { CaptionLine, CaptionRun, SetCaption, SetLine } from './caption';

/** Names inside the working directory: ffmpeg runs in it, so no path has to survive filter quoting. */
export const FILES = {
  video: 'video.mp4',
  poster: 'poster.jpg',
  sheet: 'sheet.jpg',
  font: 'font.woff',
} as const;

/** What is encoded: pixels, frames a second, frames in all. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly frames: number;
  readonly draft: boolean;
}

const SHEET_TILES = 9;
const SHEET_TILE_WIDTH = 320;
export const colour = [
  ['-color_range', 'tv'],
  ['-colorspace', 'bt709'],
  ['-color_primaries', 'bt709'],
  ['-color_trc', 'bt709'],
].flat();
/** JPEG readers assume BT.601 at full range. */
const TO_JPEG = 'in_color_matrix=bt709:out_color_matrix=bt601:in_range=tv:out_range=pc,format=yuvj420p';

/** Constant rate factors: a draft is judged for its composition, not its texture. */
const QUALITY = { final: 20, draft: 29 } as const;

/** `superfast` would be quicker, but without its rate tree noise costs it thirty times the bytes. 0 threads: as many as fit. */
export function videoOptions(picture: Picture, how: { threads: number; comment: string }): string[] {
  const crf = picture.draft ? QUALITY.draft : QUALITY.final;
  const limit = bitRateLimit(picture);
  return [
    ['-c:v', 'libx264', '-threads', String(how.threads), '-preset', 'veryfast', '-crf', String(crf)],
    ['-pix_fmt', 'yuv420p'],
    ['-maxrate', `${limit}k`, '-bufsize', `${limit * 2}k`, '-g', String(picture.fps * 2), ...colour],
    ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'],
    ['-metadata', `comment=${how.comment}`],
    ['-movflags', '+faststart', '-f', 'mp4'],
  ].flat();
}

/** Poster and contact sheet, one image each. */
export function stillOptions(): string[][] {
  return [
    ['-map', '[poster]', '-frames:v', '1', '-q:v', '3', '-f', 'image2', '-update', '1', FILES.poster],
    ['-map', '[sheet]', '-frames:v', '1', '-q:v', '4', '-f', 'image2', '-update', '1', FILES.sheet],
  ];
}

/** Kilobits per second: 14 Mbit/s at 1080 lines, less for smaller frames. */
export function bitRateLimit(picture: Pick<Picture, 'width' | 'height'>): number {
  const share = (picture.width * picture.height) / (1920 * 1080);
  return Math.max(1500, Math.round(14_000 * share ** 0.85));
}

/** From `source`, an input and its filters, to `[video]`, `[poster]` and `[sheet]`, all with the caption in them. */
export function pictureGraph(source: string, picture: Picture, caption: SetCaption): string {
  const posterFrame = Math.min(picture.frames - 1, Math.round(picture.frames * 0.4));
  const tileWidth =
    picture.width >= picture.height ? SHEET_TILE_WIDTH : 2 * Math.round((SHEET_TILE_WIDTH * 9) / 16 / 2);
  const chain = [source, ...caption.lines.flatMap((line) => drawLine(caption, line)), 'format=yuv420p'].join(
    ',',
  );
  return [
    `${chain},split=3[video][still][tiles]`,
    `[still]select=eq(n\\,${posterFrame}),scale=${TO_JPEG}[poster]`,
    // Nine frames at even distances, whatever the length.
    `[tiles]select=lt(mod(n*${SHEET_TILES}\\,${picture.frames})\\,${SHEET_TILES}),scale=${tileWidth}:-2:${TO_JPEG},tile=3x3[sheet]`,
  ].join(';');
}

/** A line that the first font draws alone. */
export const inOneFont = (line: CaptionLine): SetLine => ({
  ...line,
  width: 0,
  runs: [{ file: line.file, font: FILES.font, shift: 0 }],
});

/** Where letters stand in the height of a line. */
const BASELINE = 0.88;

function drawLine({ place, margin }: SetCaption, line: SetLine): string[] {
  const { runs, width, offset, size } = line;
  const [isLeft, isTop] = [place.endsWith('left'), place.startsWith('top')];
  if (runs.length === 1)
    return runs.map((run) => {
      const y = isTop ? String(offset) : `h-${offset + size}`;
      return drawText(line, run, isLeft ? String(margin) : `w-tw-${margin}`, y);
    });
  // Fonts differ in how high their letters reach: all runs stand on one line.
  const down = Math.round(size * BASELINE);
  const y = isTop ? `${offset + down}-max_glyph_a` : `h-${offset + size - down}-max_glyph_a`;
  return runs.map((run) => {
    const x = isLeft ? String(margin + run.shift) : `w-${margin + width - run.shift}`;
    return drawText(line, run, x, y);
  });
}

/** The text comes from a file and is not expanded: what an artist is called can never become part of the filter graph. */
function drawText({ size, opacity }: CaptionLine, { font, file }: CaptionRun, x: string, y: string): string {
  const border = Math.max(1, Math.round(size / 16));
  return [
    `drawtext=fontfile=${font}`,
    `textfile=${file}`,
    'expansion=none',
    `fontsize=${size}`,
    `fontcolor=white@${opacity}`,
    `borderw=${border}`,
    'bordercolor=black@0.3',
    `x=${x}`,
    `y=${y}`,
  ].join(':');
}
