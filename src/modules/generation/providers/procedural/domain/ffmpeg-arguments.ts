import type { SetCaption } from '../../../domain/caption';
import { colour, FILES, pictureGraph, stillOptions, videoOptions } from '../../../domain/encoding';
import type { Plan } from './plan';

/**
 * One pass from raw frames on standard input to the clip, its poster and its contact sheet. Progress goes to descriptor 3.
 * Only options that builds from 2018 on understand. One thread, because with a rate limit and several threads libx264
 * writes a slightly different file each time; drawing keeps the other cores busy.
 */
export function encodeArguments(plan: Plan, caption: SetCaption): string[] {
  return [
    ['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'level+info', '-benchmark', '-y'],
    ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-video_size', `${plan.width}x${plan.height}`],
    ['-framerate', String(plan.fps), ...colour, '-i', 'pipe:0'],
    ['-filter_complex', pictureGraph('[0:v]setsar=1', plan, caption)],
    ['-map', '[video]', ...videoOptions(plan, { threads: 1, comment: 'procedural' }), FILES.video],
    ...stillOptions(),
    ['-progress', 'pipe:3'],
  ].flat();
}
