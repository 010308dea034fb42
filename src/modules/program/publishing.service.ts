import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { refusal, type Refusal } from '../../kernel/refusal';
import type { Tx } from '../../platform/db/database';
import { Idempotency, type Once } from '../../platform/idempotency/idempotency';
import { Outbox } from '../../platform/outbox/outbox';
import { AuditService } from '../audit';
import { programRefusals, termsPublished, type VersionKind } from './contract';
import { contentHash } from './domain/canonical';
import { markPolicyContent } from './domain/mark-policy';
import { quotaPlanContent, quotaPlanFault } from './domain/quota-plan';
import { rateCardFault } from './domain/rate-card';
import { termsFault } from './domain/terms';
import {
  markPolicyOf,
  quotaPlanOf,
  rateCardOf,
  termsOf,
  type Contents,
  type StoredVersion,
} from './domain/versions';
import { maySeeDrafts } from './domain/visibility';
import type { MarkPolicyBody, QuotaPlanBody, RateCardBody, TermsBody } from './publication.dto';
import type { ProgramRow } from './program.entity';
import { ProgramRepository } from './program.repository';
import {
  markPolicyView,
  quotaPlanVersionView,
  rateCardView,
  termsView,
  versionLineView,
  type MarkPolicyVersionView,
  type QuotaPlanVersionView,
  type RateCardVersionView,
  type TermsVersionView,
  type VersionListView,
} from './version.dto';
import type { VersionEntity } from './version.entity';
import { VersionRepository } from './version.repository';

const PREFIX = { terms: 'trm', rate_card: 'rat', quota_plan: 'quo', mark_policy: 'mrk' } as const;

/** What is to be published, once the programme is known, and why it may not be. */
interface Draft<K extends VersionKind> {
  readonly kind: K;
  readonly content: (program: ProgramRow) => Contents[K];
  readonly fault: Refusal | null;
}

/** The four documents of a programme: every publication is the next immutable version. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly programs: ProgramRepository,
    private readonly versions: VersionRepository,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Refuses what `termsFault` finds, and everything in a closed programme. */
  async publishTerms(once: Once, me: Actor, program: string, body: TermsBody): Promise<TermsVersionView> {
    const clauses = body.clauses.map(({ endsAt, ...clause }) => ({
      ...clause,
      ...(endsAt === undefined ? {} : { endsAt: new Date(endsAt).toISOString() }),
    }));
    const draft: Draft<'terms'> = { kind: 'terms', content: () => ({ clauses }), fault: termsFault(clauses) };
    return this.publish(once, me, program, draft, (stored) => termsView(termsOf(stored)));
  }

  /** Refuses what `rateCardFault` finds. Prices are in the programme's currency. */
  async publishRateCard(
    once: Once,
    me: Actor,
    program: string,
    { items }: RateCardBody,
  ): Promise<RateCardVersionView> {
    const draft: Draft<'rate_card'> = {
      kind: 'rate_card',
      content: ({ currency }) => ({ currency, items: { ...items } }),
      fault: rateCardFault(items),
    };
    return this.publish(once, me, program, draft, (stored) => rateCardView(rateCardOf(stored)));
  }

  /** Refuses `rollover_without_expiry`. The credits apply from each artist's next window on, the caps at once. */
  async publishQuotaPlan(
    once: Once,
    me: Actor,
    program: string,
    body: QuotaPlanBody,
  ): Promise<QuotaPlanVersionView> {
    const content = quotaPlanContent(body);
    const fault = quotaPlanFault(body);
    const draft: Draft<'quota_plan'> = { kind: 'quota_plan', content: () => content, fault };
    return this.publish(once, me, program, draft, (stored) => quotaPlanVersionView(quotaPlanOf(stored)));
  }

  async publishMarkPolicy(
    once: Once,
    me: Actor,
    program: string,
    body: MarkPolicyBody,
  ): Promise<MarkPolicyVersionView> {
    const content = markPolicyContent(body);
    const draft: Draft<'mark_policy'> = { kind: 'mark_policy', content: () => content, fault: null };
    return this.publish(once, me, program, draft, (stored) => markPolicyView(markPolicyOf(stored)));
  }

  /** One version of the terms, whether it is in force or not. */
  async getTerms(me: Actor, program: string, version: number): Promise<TermsVersionView> {
    const { id } = await this.visible(me, program);
    const stored = await this.versions.find(id, 'terms', version);
    if (stored === null) throw refusal(programRefusals, 'not_found');
    return termsView(termsOf(stored));
  }

  /** Everything that was ever published, newest first. */
  async listVersions(me: Actor, program: string): Promise<VersionListView> {
    const { id } = await this.visible(me, program);
    return { items: (await this.versions.list(id)).map(versionLineView) };
  }

  private async visible(me: Actor, idOrSlug: string): Promise<ProgramRow> {
    const row = await this.programs.get(idOrSlug);
    if (row.state === 'draft' && !maySeeDrafts(me)) throw refusal(programRefusals, 'not_found');
    return row;
  }

  private async publish<K extends VersionKind, V extends object>(
    once: Once,
    me: Actor,
    idOrSlug: string,
    draft: Draft<K>,
    view: (stored: StoredVersion) => V,
  ): Promise<V> {
    if (draft.fault !== null) throw draft.fault;
    const { id } = await this.programs.get(idOrSlug);
    return this.idempotency.run(once, async (tx) => view(await this.next(tx, me, id, draft)));
  }

  /** The same content as the version in force is that version: a repeated publication asks nobody to consent again. */
  private async next<K extends VersionKind>(
    tx: Tx,
    me: Actor,
    id: string,
    draft: Draft<K>,
  ): Promise<StoredVersion> {
    const program = await this.programs.lock(tx, id);
    if (program.state === 'closed') throw refusal(programRefusals, 'programme_closed');
    const content = draft.content(program);
    const hash = contentHash(content);
    const { kind } = draft;
    const current = await this.versions.findInForce(id, kind, tx);
    if (current?.hash === hash) return current;
    const stored = await this.versions.insert(tx, {
      id: newId(PREFIX[kind]),
      programId: id,
      kind,
      version: (current?.version ?? 0) + 1,
      hash,
      content,
      publishedBy: me.id,
    });
    await this.tell(tx, me, stored);
    return stored;
  }

  private async tell(
    tx: Tx,
    me: Actor,
    { id, programId, kind, version, hash }: VersionEntity,
  ): Promise<void> {
    await this.audit.record(tx, me, `program.publish_${kind}`, programId, { id, version, hash });
    if (kind === 'terms')
      await this.outbox.add(tx, termsPublished, { programId, termsId: id, version, hash });
  }
}
