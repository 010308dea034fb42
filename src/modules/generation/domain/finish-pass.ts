import type { SetCaption } from './caption';
import { FILES, pictureGraph, stillOptions, videoOptions, type Picture } from './encoding';

/** What a clip from outside may be encoded with; anything else is refused before ffmpeg sees it. */
export const INPUT_CODECS = ['avc', 'hevc', 'vp9', 'av1'] as const;

/** The decoders ffmpeg may use for these, by any of its names; a track that names another one finds none. */
const DECODERS = 'h264,hevc,vp9,libvpx-vp9,av1,libdav1d,libaom-av1,aac,opus,libopus,mp3,mp3float';

/**
 * One pass from a clip that somebody else made to what is delivered: every frame decoded, mark burnt in, size and rate as
 * ordered, poster, contact sheet, no sound, no foreign metadata. The demuxer is pinned and only files are opened: left to
 * guess, ffmpeg follows a playlist that calls itself `.mp4` to wherever its author likes. The first error ends it.
 */
export function finishArguments(source: string, picture: Picture, caption: SetCaption): string[] {
  const { width, height, fps, frames } = picture;
  const input = [
    `[0:v:0]scale=${width}:${height}:out_color_matrix=bt709:out_range=tv`,
    `fps=${fps}`,
    'setsar=1',
  ].join(',');
  return [
    ['-hide_banner', '-nostdin', '-nostats', '-v', 'error', '-xerror', '-y'],
    ['-protocol_whitelist', 'file,pipe', '-codec_whitelist', DECODERS],
    ['-max_pixels', String(pixelLimit(picture)), '-err_detect', 'explode'],
    ['-f', 'mov', '-an', '-sn', '-dn', '-i', `file:${source}`],
    ['-filter_complex', pictureGraph(input, picture, caption)],
    ['-map', '[video]', ...videoOptions(picture, { threads: 0, comment: 'finished' })],
    ['-frames:v', String(frames), FILES.video],
    ...stillOptions(),
  ].flat();
}

/** Room for a frame that is a little larger than ordered, with its edges rounded up to whole blocks. */
export function pixelLimit({ width, height }: Pick<Picture, 'width' | 'height'>): number {
  return Math.ceil((width + 64) * 1.05) * Math.ceil((height + 64) * 1.05);
}

/** Megabytes, seconds and milliseconds an honest clip stays well below, for one of this size and length. */
export function finishLimits({ width, height, frames, fps }: Picture): {
  readonly memoryMb: number;
  readonly cpuSeconds: number;
  readonly fileMb: number;
  readonly timeoutMs: number;
} {
  const share = Math.max(0.25, (width * height) / (1920 * 1080));
  const cpuSeconds = Math.ceil(60 + 8 * (frames / fps) * share);
  return { memoryMb: 3_072, cpuSeconds, fileMb: 512, timeoutMs: cpuSeconds * 4_000 };
}

/** Bytes a clip from outside may have: 200 Mbit/s is more than any model delivers. */
export function byteLimit(seconds: number): number {
  return Math.ceil(32_000_000 + 25_000_000 * seconds);
}
