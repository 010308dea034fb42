import type { Caption, CaptionLine } from './caption';
import type { Plan } from './plan';

/** Names inside the working directory: ffmpeg runs in it, so no path has to survive filter quoting. */
export const FILES = {
  video: 'video.mp4',
  poster: 'poster.jpg',
  sheet: 'sheet.jpg',
  font: 'font.woff',
} as const;

const SHEET_TILES = 9;
const SHEET_TILE_WIDTH = 320;
const COLOUR = [
  '-color_range',
  'tv',
  '-colorspace',
  'bt709',
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
];
/** JPEG readers assume BT.601 at full range. */
const TO_JPEG = 'in_color_matrix=bt709:out_color_matrix=bt601:in_range=tv:out_range=pc,format=yuvj420p';

/** Constant rate factors: a draft is judged for its composition, not its texture. */
const QUALITY = { final: 20, draft: 29 } as const;

/**
 * One pass from raw frames on standard input to the clip, its poster and its contact sheet. Progress goes to descriptor 3.
 * Only options that builds from 2018 on understand.
 */
export function encodeArguments(plan: Plan, caption: Caption): string[] {
  return [
    ['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'level+info', '-benchmark', '-y'],
    ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-video_size', `${plan.width}x${plan.height}`],
    ['-framerate', String(plan.fps), ...COLOUR, '-i', 'pipe:0'],
    ['-filter_complex', filterGraph(plan, caption)],
    ['-map', '[video]', ...videoOptions(plan), FILES.video],
    ['-map', '[poster]', '-frames:v', '1', '-q:v', '3', '-f', 'image2', '-update', '1', FILES.poster],
    ['-map', '[sheet]', '-frames:v', '1', '-q:v', '4', '-f', 'image2', '-update', '1', FILES.sheet],
    ['-progress', 'pipe:3'],
  ].flat();
}

/**
 * `superfast` would be quicker, but without its rate tree noise costs it thirty times the bytes. One thread, because with a
 * rate limit and several threads libx264 writes a slightly different file each time; drawing keeps the other cores busy.
 */
function videoOptions(plan: Plan): string[] {
  const crf = plan.draft ? QUALITY.draft : QUALITY.final;
  const limit = bitRateLimit(plan);
  return [
    ['-c:v', 'libx264', '-threads', '1', '-preset', 'veryfast', '-crf', String(crf), '-pix_fmt', 'yuv420p'],
    ['-maxrate', `${limit}k`, '-bufsize', `${limit * 2}k`, '-g', String(plan.fps * 2), ...COLOUR],
    [
      '-map_metadata',
      '-1',
      '-fflags',
      '+bitexact',
      '-flags:v',
      '+bitexact',
      '-metadata',
      'comment=procedural',
    ],
    ['-movflags', '+faststart', '-f', 'mp4'],
  ].flat();
}

/** Kilobits per second: 14 Mbit/s at 1080 lines, less for smaller frames. */
export function bitRateLimit(plan: Pick<Plan, 'width' | 'height'>): number {
  const share = (plan.width * plan.height) / (1920 * 1080);
  return Math.max(1500, Math.round(14_000 * share ** 0.85));
}

function filterGraph(plan: Plan, caption: Caption): string {
  const posterFrame = Math.min(plan.frames - 1, Math.round(plan.frames * 0.4));
  const tileWidth =
    plan.width >= plan.height ? SHEET_TILE_WIDTH : 2 * Math.round((SHEET_TILE_WIDTH * 9) / 16 / 2);
  const texts = caption.lines.map((line) => drawText(caption, line)).join(',');
  return [
    `[0:v]setsar=1,${texts},format=yuv420p,split=3[video][still][tiles]`,
    `[still]select=eq(n\\,${posterFrame}),scale=${TO_JPEG}[poster]`,
    // Nine frames at even distances, whatever the length.
    `[tiles]select=lt(mod(n*${SHEET_TILES}\\,${plan.frames})\\,${SHEET_TILES}),scale=${tileWidth}:-2:${TO_JPEG},tile=3x3[sheet]`,
  ].join(';');
}

/** The text comes from a file and is not expanded: what an artist is called can never become part of the filter graph. */
function drawText({ place, margin }: Caption, line: CaptionLine): string {
  const x = place.endsWith('left') ? String(margin) : `w-tw-${margin}`;
  const y = place.startsWith('top') ? String(line.offset) : `h-${line.offset + line.size}`;
  const border = Math.max(1, Math.round(line.size / 16));
  return [
    `drawtext=fontfile=${FILES.font}`,
    `textfile=${line.file}`,
    'expansion=none',
    `fontsize=${line.size}`,
    `fontcolor=white@${line.opacity}`,
    `borderw=${border}`,
    'bordercolor=black@0.3',
    `x=${x}`,
    `y=${y}`,
  ].join(':');
}
