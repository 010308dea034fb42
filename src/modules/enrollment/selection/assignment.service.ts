import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { PolicyService } from '../../program';
import { assign, conflictOf } from '../domain/assignment';
import { reviewersOf } from '../domain/selection-facts';
import { PanelRepository } from './panel.repository';
import { ReviewRepository } from './review.repository';

/** Who is asked to score what: at random, evenly, and nobody with a conflict of interest. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly policies: PolicyService,
    private readonly panels: PanelRepository,
    private readonly reviews: ReviewRepository,
    private readonly audit: AuditService,
  ) {}

  /**
   * Hands out what is missing so that each application in review (or each of `only`) has as many reviewers as the
   * published selection promises. Conflicts that are known without anybody declaring them are noted. Returns
   * applications for which the panel is too small.
   */
  async fill(tx: Tx, actor: Actor, programId: string, only: readonly string[] | null): Promise<string[]> {
    const per = reviewersOf(await this.policies.review(programId, tx));
    if (per === 0) return [];
    const [candidates, panel] = [
      await this.panels.candidates(tx, programId, only),
      await this.panels.panel(tx, programId),
    ];
    const known = candidates.flatMap((application) =>
      panel.flatMap((panelist) => {
        const kind = conflictOf(panelist, application);
        return kind === null
          ? []
          : [{ applicationId: application.applicationId, reviewerId: panelist.personId, kind }];
      }),
    );
    await this.panels.bar(tx, programId, known);
    const existing = await this.panels.standing(tx, programId);
    const { added, short } = assign({
      candidates,
      panel,
      standing: existing.filter(({ state }) => state !== 'recused'),
      barred: [
        ...existing.filter(({ state }) => state === 'recused'),
        ...(await this.panels.conflicts(tx, programId)),
      ],
      per,
      seed: programId,
    });
    await this.panels.assign(
      tx,
      programId,
      added.map((one) => ({ ...one, id: newId('rev') })),
    );
    if (added.length > 0 || short.length > 0)
      await this.audit.record(tx, actor, 'application_review.assign', programId, {
        reviews: added.length,
        short: short.slice(0, 100),
      });
    return short;
  }

  /** A recusal: access ends, somebody else is asked. */
  async replace(tx: Tx, actor: Actor, programId: string, applicationId: string, note: string): Promise<void> {
    const conflict = { applicationId, reviewerId: actor.id, kind: 'recused' } as const;
    await this.panels.bar(tx, programId, [conflict], note);
    await this.fill(tx, actor, programId, [applicationId]);
  }

  /** An application is written on: what was scored is no longer what there is. */
  async reset(tx: Tx, applicationId: string): Promise<void> {
    await this.reviews.reset(tx, applicationId);
  }
}
