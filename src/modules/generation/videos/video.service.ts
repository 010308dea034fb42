import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Once } from '../../../platform/idempotency/idempotency';
import { BatchService } from '../batches/batch.service';
import { EmptyingService } from '../bin/emptying.service';
import { ClipService } from '../clip.service';
import { generationRefusals, isEnd, type FileKind } from '../contract';
import { wishOf } from '../domain/video-words';
import type { FileEntity } from '../file.entity';
import type { GenerationInput } from '../generation.dto';
import { ModelService } from './model.service';
import type { DeletedVideoView, VARIANTS, VideoListQuery, VideoListView, VideoView } from './video.dto';
import { videoListView, videoView } from './video.mapping';
import { VideoRepository, type VideoRow } from './video.repository';

const FILE_OF: Readonly<Record<(typeof VARIANTS)[number], FileKind>> = {
  video: 'video',
  thumbnail: 'poster',
  spritesheet: 'sheet',
};

/** The `/v1/videos` API over the same clips, credits, caps and marks as everything else. */
@Injectable()
export class VideoService {
  constructor(
    private readonly batches: BatchService,
    private readonly clips: ClipService,
    private readonly emptying: EmptyingService,
    private readonly videos: VideoRepository,
    private readonly models: ModelService,
  ) {}

  /** A final, never a draft: clients of that API know of no drafts. Refuses as BatchService.submit, and `bad_param`. */
  async create(actor: Actor, fields: Readonly<Record<string, unknown>>, once: Once): Promise<VideoView> {
    const wish = wishOf(fields, this.models.names());
    if ('says' in wish)
      throw refusal(generationRefusals, 'bad_param', { detail: wish.says, param: wish.param });
    const { prompt, seconds, resolution, aspect, model } = wish;
    const fps = 24;
    const input: GenerationInput = {
      prompt, seconds, resolution, aspect, fps, style: 'none', variations: 1, draft: false,
      ...(model === null ? {} : { model }),
    }; // prettier-ignore
    const { generations } = await this.batches.submit(actor, input, once);
    const [clip] = generations;
    if (clip === undefined) throw new Error('a request of one clip gave none');
    return videoView({
      ...clip,
      at: new Date(clip.queuedAt),
      finishedAt: null,
      expiresAt: null,
      failureCode: null,
      failureMessage: null,
      model: this.models.nameOf(clip),
    });
  }

  /** Refuses `not_found`: somebody else's and a deleted one are not there. */
  async get(actor: Actor, id: string): Promise<VideoView> {
    return this.shown(await this.own(actor, id));
  }

  async list(actor: Actor, { after, order, limit }: VideoListQuery): Promise<VideoListView> {
    const range = { after: after ?? null, isAscending: order === 'asc', limit: limit + 1 };
    const rows = await this.videos.list(actor.id, range);
    return videoListView(
      rows.slice(0, limit).map((row) => this.shown(row)),
      rows.length > limit,
    );
  }

  /** Refuses `not_found`, and `no_file` while it is not finished. */
  async file(actor: Actor, id: string, variant: (typeof VARIANTS)[number]): Promise<FileEntity> {
    await this.own(actor, id);
    return this.clips.file(actor, id, FILE_OF[variant]);
  }

  /** Cancels what has not ended and removes the files of what has, past the bin. Refuses `not_found`, `is_kept`, `in_use`. */
  async remove(actor: Actor, id: string): Promise<DeletedVideoView> {
    const { row } = await this.own(actor, id);
    if (!isEnd(row.state)) await this.clips.cancel(actor, id);
    await this.emptying.remove(actor, id);
    return { id, object: 'video.deleted', deleted: true };
  }

  private async own(actor: Actor, id: string): Promise<VideoRow> {
    const found = await this.videos.find(actor.id, id);
    if (found === null) throw refusal(generationRefusals, 'not_found');
    return found;
  }

  private shown({ row, bin }: VideoRow): VideoView {
    const expiresAt = bin?.state === 'binned' ? bin.goesAt : null;
    return videoView({ ...row, at: row.createdAt, expiresAt, model: this.models.nameOf(row) });
  }
}
