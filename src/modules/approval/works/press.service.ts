import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';
import { Settings } from '../../../platform/config/settings';
import { ProvenanceService } from '../../generation';
import { approvalRefusals } from '../contract';
import { creditOf } from '../domain/farewell';
import { linkOfToken } from '../domain/press-token';
import type { SubmissionEntity } from '../submissions/submission.entity';
import { SubmissionRepository } from '../submissions/submission.repository';
import { ArtistNamesService } from './artist-names.service';
import type { PressView } from './press-link.dto';
import { PressLinkRepository, type OpenLink } from './press-link.repository';
import { isShowable } from './press-link.service';
import { WorksService } from './work.service';

/** What whoever holds a link sees. Everything refuses (`press_link_over`) from the moment it is over or ended. */
@Injectable()
export class PressService {
  private readonly key: Buffer;

  constructor(
    private readonly links: PressLinkRepository,
    private readonly submissions: SubmissionRepository,
    private readonly works: WorksService,
    private readonly origins: ProvenanceService,
    private readonly names: ArtistNamesService,
    settings: Settings,
  ) {
    this.key = deriveKey(instanceSecret(settings), 'links for the press');
  }

  /** Counts as one opening. */
  async view(token: string): Promise<PressView> {
    const id = this.idOf(token);
    const { link, row } = await this.shown(await this.links.open(id));
    const [names, origin, fps] = await Promise.all([
      this.names.of([row.personId]),
      this.origins.of(row.generationId),
      this.works.fpsOf(row.generationId),
    ]);
    const { title, description, labels, embargoUntil, state } = row;
    return {
      title,
      description,
      credit: creditOf('name', names.get(row.personId)),
      coAuthors: row.coAuthors,
      labels,
      madeWith: origin.madeWith,
      embargoUntil: state === 'approved' ? (embargoUntil?.toISOString() ?? null) : null,
      videoUrl: `/api/v1/press/${token}/video`,
      posterUrl: `/api/v1/press/${token}/poster`,
      fps,
      expiresAt: link.expiresAt.toISOString(),
    };
  }

  /** Storage key of the clip or its still; does not count. */
  async fileOf(token: string, file: 'video' | 'poster'): Promise<string> {
    const { row } = await this.shown(await this.links.find(this.idOf(token)));
    return this.works.fileOfClip(row.generationId, file);
  }

  private idOf(token: string): string {
    const id = linkOfToken(this.key, token);
    if (id === null) throw refusal(approvalRefusals, 'press_link_over');
    return id;
  }

  private async shown(link: OpenLink | null): Promise<{ link: OpenLink; row: SubmissionEntity }> {
    const row = link === null ? null : await this.submissions.find(link.submissionId);
    if (link === null || row === null || !isShowable(row)) throw refusal(approvalRefusals, 'press_link_over');
    return { link, row };
  }
}
