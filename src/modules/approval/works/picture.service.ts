import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings';
import { FfmpegLocator } from '../../../platform/media/ffmpeg';
import { BlobStore } from '../../../platform/storage/blob-store';
import { PICTURE_NAMES, SHARE_SIZE, type PictureName } from '../domain/shown-work';
import type { WorkEntity } from './work.entity';
import { WorksService } from './work.service';

const run = promisify(execFile);
const TIMEOUT_MS = 20_000;
/** After a failure the poster stands in for this long before it is tried again. */
const PAUSE_MS = 60_000;
const AT_ONCE = 2;

const size = `${SHARE_SIZE.width}:${SHARE_SIZE.height}`;
/** The still, whole, before itself blurred: no shape of clip is cut or gets bars. */
const SHARE = `split[a][b];[a]scale=${size}:force_original_aspect_ratio=increase,crop=${size},boxblur=24[back];[b]scale=${size}:force_original_aspect_ratio=decrease[still];[back][still]overlay=(W-w)/2:(H-h)/2`;

const filterOf = (name: PictureName): string => (name === 'share' ? SHARE : `scale='min(${name},iw)':-2`);

/** The still image of a work in the sizes that pages ask for: made once by ffmpeg, then kept. */
@Injectable()
export class PicturesService {
  private readonly log = new Logger('pictures');
  private readonly under = new Map<string, Promise<string>>();
  private readonly failed = new Map<string, number>();
  private running = 0;

  constructor(
    private readonly works: WorksService,
    private readonly blobs: BlobStore,
    private readonly ffmpeg: FfmpegLocator,
    private readonly settings: Settings,
  ) {}

  /** Storage key of the picture; the poster's where it cannot be made (now). The caller has decided that it may be seen. */
  async keyOf(work: Pick<WorkEntity, 'id' | 'generationId'>, name: PictureName): Promise<string> {
    const poster = await this.works.fileOfClip(work.generationId, 'poster');
    const key = `works/${work.id}/${work.generationId}-${name}.jpg`;
    if ((await this.blobs.head(key)) !== null) return key;
    const busy = this.under.get(key);
    if (busy !== undefined) return busy;
    const isResting = (this.failed.get(key) ?? 0) > performance.now();
    if (isResting || this.running >= AT_ONCE) return poster;
    const made = this.make(poster, key, name).finally(() => this.under.delete(key));
    this.under.set(key, made);
    return made;
  }

  /** Every size, beforehand. */
  async prepare(work: Pick<WorkEntity, 'id' | 'generationId'>): Promise<void> {
    for (const name of PICTURE_NAMES) await this.keyOf(work, name);
  }

  private async make(poster: string, key: string, name: PictureName): Promise<string> {
    this.running += 1;
    const base = path.resolve(this.settings.dataDir, 'work');
    await mkdir(base, { recursive: true });
    const folder = await mkdtemp(path.join(base, 'picture-'));
    try {
      const found = await this.ffmpeg.find();
      if (!found.found) throw new Error(found.reason);
      const [from, to] = [path.join(folder, 'poster.jpg'), path.join(folder, 'made.jpg')];
      await pipeline(await this.blobs.read(poster), createWriteStream(from));
      const input = [
        '-nostdin',
        '-v',
        'error',
        '-protocol_whitelist',
        'file,pipe',
        '-f',
        'jpeg_pipe',
        '-i',
        `file:${from}`,
      ];
      const output = [
        '-filter_complex',
        filterOf(name),
        '-frames:v',
        '1',
        '-q:v',
        '4',
        '-map_metadata',
        '-1',
        to,
      ];
      await run(found.ffmpeg.path, [...input, ...output], { timeout: TIMEOUT_MS });
      await this.blobs.put(key, to, 'image/jpeg');
      this.failed.delete(key);
      return key;
    } catch (error) {
      if (this.failed.size > 10_000) this.failed.clear();
      this.failed.set(key, performance.now() + PAUSE_MS);
      this.log.warn(
        `picture ${key} could not be made: ${error instanceof Error ? error.message : String(error)}`,
      );
      return poster;
    } finally {
      this.running -= 1;
      await rm(folder, { recursive: true, force: true });
    }
  }
}
