import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal';
import type { Tx } from '../../platform/db/database';
import {
  programRefusals,
  type MarkPolicy,
  type Program,
  type QuotaPlan,
  type RateCard,
  type Terms,
  type VersionKind,
} from './contract';
import { markPolicyOf, quotaPlanOf, rateCardOf, termsOf, type StoredVersion } from './domain/versions';
import type { ProgramRow } from './program.entity';
import { ProgramRepository } from './program.repository';
import { VersionRepository } from './version.repository';

const cardOf = (row: ProgramRow): Program => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  model: row.model,
  state: row.state,
  currency: row.currency,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  capacity: row.capacity,
  ownerId: row.ownerId,
  applicationsUntil: row.applicationsUntil,
  decisionsBy: row.decisionsBy,
  releasedAt: row.releasedAt,
});

/**
 * What other modules may ask of a programme. The four documents are the versions in force; each refuses
 * `nothing_published` (409) where there is none. Inside of a transaction hand over `tx`: a second connection taken
 * while holding one would lock up a busy pool.
 */
@Injectable()
export class ProgramService {
  constructor(
    private readonly programs: ProgramRepository,
    private readonly versions: VersionRepository,
  ) {}

  /** By id or slug, in any state; refuses `not_found`. */
  async get(idOrSlug: string, tx?: Tx): Promise<Program> {
    return cardOf(await this.programs.get(idOrSlug, tx));
  }

  async findBySlug(slug: string): Promise<Program | null> {
    const row = await this.programs.find(slug);
    return row?.slug === slug ? cardOf(row) : null;
  }

  /** Cards by id; unknown ids are missing from the map. */
  async cards(ids: readonly string[]): Promise<Map<string, Program>> {
    const rows = await this.programs.listByIds([...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, cardOf(row)]));
  }

  async terms(programId: string, tx?: Tx): Promise<Terms> {
    return termsOf(await this.inForce(programId, 'terms', tx));
  }

  /** With `at` the one in force at that moment: work is paid as was promised when it was done. */
  async rateCard(programId: string, tx?: Tx, at?: Date): Promise<RateCard> {
    const then =
      at === undefined ? null : await this.versions.findEarlier(programId, 'rate_card', { at }, tx);
    return rateCardOf(then ?? (await this.inForce(programId, 'rate_card', tx)));
  }

  /**
   * The plan of a cohort, or the programme's where the cohort has none. With `which` that very version, or the one in
   * force at a moment; the present one where there is none such.
   */
  async quotaPlan(
    programId: string,
    tx?: Tx,
    which?: { id: string } | { at: Date },
    cohortId: string | null = null,
  ): Promise<QuotaPlan> {
    if (which !== undefined) {
      const then = await this.earlier(programId, which, tx, cohortId);
      if (then !== null) return quotaPlanOf(then);
    }
    const own =
      cohortId === null ? null : await this.versions.findInForce(programId, 'quota_plan', tx, cohortId);
    return quotaPlanOf(own ?? (await this.inForce(programId, 'quota_plan', tx)));
  }

  /** With `at` the one in force at that moment: a clip is marked as was promised when it was asked for. */
  async markPolicy(programId: string, tx?: Tx, at?: Date): Promise<MarkPolicy> {
    const then =
      at === undefined ? null : await this.versions.findEarlier(programId, 'mark_policy', { at }, tx);
    return markPolicyOf(then ?? (await this.inForce(programId, 'mark_policy', tx)));
  }

  private async earlier(
    programId: string,
    which: { id: string } | { at: Date },
    tx: Tx | undefined,
    cohortId: string | null,
  ): Promise<StoredVersion | null> {
    const own =
      cohortId === null
        ? null
        : await this.versions.findEarlier(programId, 'quota_plan', which, tx, cohortId);
    return own ?? this.versions.findEarlier(programId, 'quota_plan', which, tx);
  }

  private async inForce(programId: string, kind: VersionKind, tx?: Tx): Promise<StoredVersion> {
    const stored = await this.versions.findInForce(programId, kind, tx);
    if (stored === null) throw refusal(programRefusals, 'nothing_published', { kind });
    return stored;
  }
}
