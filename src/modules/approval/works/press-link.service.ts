import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';
import { Settings } from '../../../platform/config/settings';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { approvalRefusals } from '../contract';
import { pressToken } from '../domain/press-token';
import type { SubmissionEntity } from '../submissions/submission.entity';
import { SubmissionRepository } from '../submissions/submission.repository';
import type { PressLinkInput, PressLinkView } from './press-link.dto';
import type { PressLinkEntity } from './press-link.entity';
import { PressLinkRepository } from './press-link.repository';

const MOST_OPEN = 20;
const DAY_MS = 86_400_000;

/** What a link may show: approved and waiting for its date, or published, whether its artist lists it or not. */
export const isShowable = ({ state }: Pick<SubmissionEntity, 'state'>): boolean =>
  state === 'approved' || state === 'published';

/** Links that an artist hands to the press. Each refuses (404) what is another's. */
@Injectable()
export class PressLinksService {
  private readonly key: Buffer;

  constructor(
    private readonly links: PressLinkRepository,
    private readonly submissions: SubmissionRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditService,
    settings: Settings,
  ) {
    this.key = deriveKey(instanceSecret(settings), 'links for the press');
  }

  async list(me: Actor, submissionId: string): Promise<PressLinkView[]> {
    const row = await this.submissions.find(submissionId);
    if (row === null || row.personId !== me.id) throw refusal(approvalRefusals, 'not_found');
    return (await this.links.listOf(submissionId)).map((link) => this.view(link));
  }

  /** Refuses `nothing_to_show` before approval and after a removal, `press_links_full` at twenty open ones. */
  async create(once: Once, me: Actor, submissionId: string, input: PressLinkInput): Promise<PressLinkView[]> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.submissions.lock(tx, submissionId);
      if (row === null || row.personId !== me.id) throw refusal(approvalRefusals, 'not_found');
      if (!isShowable(row)) throw refusal(approvalRefusals, 'nothing_to_show', { state: row.state });
      const open = (await this.links.countOpen([submissionId], tx)).get(submissionId) ?? 0;
      if (open >= MOST_OPEN) throw refusal(approvalRefusals, 'press_links_full');
      const id = newId('prl');
      const expiresAt = new Date(Date.now() + input.days * DAY_MS);
      await this.links.insert(tx, { id, submissionId, personId: me.id, label: input.label, expiresAt });
      await this.audit.record(tx, me, 'approval.make_press_link', id, {
        submissionId,
        expiresAt: expiresAt.toISOString(),
      });
      return { id };
    });
    return this.list(me, submissionId);
  }

  /** At once and for good; ending an ended one is success. */
  async revoke(once: Once, me: Actor, linkId: string): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      if (!(await this.links.revoke(tx, linkId, me.id))) throw refusal(approvalRefusals, 'not_found');
      await this.audit.record(tx, me, 'approval.end_press_link', linkId);
      return { id: linkId };
    });
  }

  private view(link: PressLinkEntity): PressLinkView {
    const { id, label, createdAt, expiresAt, revokedAt, views, lastViewedAt } = link;
    return {
      id,
      label,
      link: `/press/${pressToken(this.key, id)}`,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
      isOpen: revokedAt === null && expiresAt.getTime() > Date.now(),
      views,
      lastViewedAt: lastViewedAt?.toISOString() ?? null,
    };
  }
}
