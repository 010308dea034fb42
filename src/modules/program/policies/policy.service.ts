import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/database';
import type { ModelPolicy, RetentionDays, ReviewPolicy } from '../contract';
import { modelPolicyOf, retentionDaysOf, reviewPolicyOf } from '../domain/versions';
import { VersionRepository } from '../version.repository';

/** What a programme may say and need not: which models render, how much at once, how people are selected, how long clips stay. */
@Injectable()
export class PolicyService {
  constructor(private readonly versions: VersionRepository) {}

  /** Null where the programme says nothing: every installed provider and model may render. At most a second old. */
  async models(programId: string): Promise<ModelPolicy | null> {
    const stored = await this.versions.findInForce(programId, 'model_policy');
    return stored === null ? null : modelPolicyOf(stored);
  }

  async review(programId: string, tx?: Tx): Promise<ReviewPolicy | null> {
    const stored = await this.versions.findInForce(programId, 'review_policy', tx);
    return stored === null ? null : reviewPolicyOf(stored);
  }

  /** The rule of every programme, by its id; where nothing is published the general one, without a version. */
  async retention(): Promise<Map<string, RetentionDays & { readonly version: number | null }>> {
    const rows = await this.versions.listRetention();
    return new Map(
      rows.map(({ programId, version, content }) => [programId, { ...retentionDaysOf(content), version }]),
    );
  }

  /**
   * Clips that each programme may have under way at once, for those that say so. Never remembered: every dispatcher keeps
   * to what is in force at the moment of its release.
   */
  async concurrency(tx?: Tx): Promise<ReadonlyMap<string, number>> {
    return new Map(
      (await this.versions.listConcurrency(tx)).map(({ programId, clips }) => [programId, clips]),
    );
  }

  /** Everybody who made this programme's rules: its owner, who published for it, who moved it. They have a stake. */
  async makers(programId: string): Promise<ReadonlySet<string>> {
    return new Set(await this.versions.listMakers(programId));
  }
}
