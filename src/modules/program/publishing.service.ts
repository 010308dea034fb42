import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { DAY, later } from '../../kernel/clock';
import { newId } from '../../kernel/id';
import { refusal, type Refusal } from '../../kernel/refusal';
import type { Tx } from '../../platform/db/database';
import { Idempotency, type Once } from '../../platform/idempotency/idempotency';
import { Outbox } from '../../platform/outbox/outbox';
import { undrawable } from '../../platform/pdf/fonts';
import { AuditService } from '../audit';
import { NOTICE_DAYS, programRefusals, termsPublished, type Clause, type VersionKind } from './contract';
import { contentHash } from './domain/canonical';
import { markPolicyContent } from './domain/mark-policy';
import { materialReasons } from './domain/materiality';
import { quotaPlanContent, quotaPlanFault } from './domain/quota-plan';
import { currencyFault, rateCardFault } from './domain/rate-card';
import { allows } from './domain/states';
import { clauseOf, termsFault } from './domain/terms';
import {
  markPolicyOf,
  modelPolicyOf,
  quotaPlanOf,
  rateCardOf,
  retentionPolicyOf,
  reviewPolicyOf,
  termsOf,
  type Contents,
  type StoredVersion,
} from './domain/versions';
import { maySeeDrafts } from './domain/visibility';
import type { MarkPolicyBody, QuotaPlanBody, RateCardBody, TermsBody } from './publication.dto';
import {
  modelPolicyView,
  retentionPolicyView,
  reviewPolicyView,
  type ModelPolicyBody,
  type ModelPolicyVersionView,
  type RetentionPolicyBody,
  type RetentionPolicyVersionView,
  type ReviewPolicyBody,
  type ReviewPolicyVersionView,
} from './policies/policy.dto';
import { DraftRepository } from './drafts/draft.repository';
import type { ProgramRow } from './program.entity';
import { ProgramRepository } from './program.repository';
import { writtenRules } from './rates/rates.dto';
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

const PREFIX = {
  terms: 'trm',
  rate_card: 'rat',
  quota_plan: 'quo',
  mark_policy: 'mrk',
  model_policy: 'mod',
  review_policy: 'rvp',
  retention_policy: 'rtp',
} as const;

/** What is to be published, once the programme is known, and why it may not be. */
interface Draft<K extends VersionKind> {
  readonly kind: K;
  readonly content: (program: ProgramRow) => Contents[K];
  readonly fault: Refusal | null;
  /** Number of the version that this one replaces, as whoever wrote it saw it; absent: as it is now. */
  readonly basedOn?: number | undefined;
  readonly cohortId?: string | undefined;
  /** When it governs, and whether it asks for consent; absent: at once, and it does. */
  readonly timing?: (facts: TimingFacts) => Timing;
}

interface Timing {
  readonly effectiveAt: Date | null;
  readonly isMaterial: boolean;
}

interface TimingFacts {
  readonly program: ProgramRow;
  readonly current: StoredVersion | null;
}

/** Refuses `change_is_material` and `notice_too_short`. Nobody has agreed to anything before the programme opens. */
function termsTiming(clauses: readonly Clause[], body: TermsBody): (facts: TimingFacts) => Timing {
  return ({ program, current }) => {
    const reasons = current === null ? [] : materialReasons(termsOf(current).clauses, clauses);
    if (body.isMaterial === false && reasons.length > 0 && program.state !== 'draft')
      throw refusal(programRefusals, 'change_is_material', { reasons });
    const isMaterial = body.isMaterial ?? true;
    const asked = body.effectiveAt === undefined ? null : new Date(body.effectiveAt);
    if (current === null || program.state === 'draft') return { effectiveAt: asked, isMaterial };
    // It holds everything that the version before it announced: that change keeps its notice.
    if (!isMaterial)
      return {
        effectiveAt: new Date(Math.max(current.effectiveAt.getTime(), asked?.getTime() ?? 0)),
        isMaterial,
      };
    // A minute of grace: who asks for exactly fourteen days shall get them.
    const earliest = later(new Date(), NOTICE_DAYS * DAY);
    if (asked !== null && asked < later(earliest, -60_000))
      throw refusal(programRefusals, 'notice_too_short', { earliest: earliest.toISOString() });
    return { effectiveAt: asked ?? earliest, isMaterial };
  };
}

interface Policies {
  readonly model_policy: { body: ModelPolicyBody; view: ModelPolicyVersionView };
  readonly review_policy: { body: ReviewPolicyBody; view: ReviewPolicyVersionView };
  readonly retention_policy: { body: RetentionPolicyBody; view: RetentionPolicyVersionView };
}

/** What of each body is hashed and stored, and how it is shown. */
const POLICIES: {
  readonly [K in keyof Policies]: {
    readonly content: (body: Omit<Policies[K]['body'], 'basedOn'>) => Contents[K];
    readonly view: (stored: StoredVersion) => Policies[K]['view'];
  };
} = {
  model_policy: {
    content: ({ providers, models }) => ({
      providers: [...new Set(providers)].toSorted(),
      models: [...new Set(models)].toSorted(),
    }),
    view: (stored) => modelPolicyView(modelPolicyOf(stored)),
  },
  review_policy: {
    content: ({ selection, criteria, reviewers, decisionDays }) => ({
      selection,
      criteria,
      reviewers,
      decisionDays,
    }),
    view: (stored) => reviewPolicyView(reviewPolicyOf(stored)),
  },
  retention_policy: {
    content: ({ finalDays, draftDays, warningDays, binDays }) => ({
      finalDays,
      draftDays,
      warningDays,
      binDays,
    }),
    view: (stored) => retentionPolicyView(retentionPolicyOf(stored)),
  },
};

function publishedMeanwhile(newest: VersionEntity | null, basedOn: number): Refusal {
  const { version = 0 } = newest ?? {};
  const publishedAt = newest?.publishedAt.toISOString() ?? null;
  return refusal(programRefusals, 'published_meanwhile', { basedOn, version, publishedAt });
}

/** The documents of a programme: every publication is the next immutable version. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly programs: ProgramRepository,
    private readonly versions: VersionRepository,
    private readonly drafts: DraftRepository,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Refuses what `termsFault` finds, and everything in a closed programme. In an open one a material change governs
   * after its notice; the version before does until then.
   */
  async publishTerms(once: Once, me: Actor, program: string, body: TermsBody): Promise<TermsVersionView> {
    const clauses = body.clauses.map(clauseOf);
    const draft: Draft<'terms'> = {
      kind: 'terms',
      content: () => ({ clauses }),
      fault: termsFault(clauses),
      basedOn: body.basedOn,
      timing: termsTiming(clauses, body),
    };
    return this.publish(once, me, program, draft, (stored) => termsView(termsOf(stored)));
  }

  /** Refuses what `rateCardFault` and `currencyFault` find. Prices are in the programme's currency. */
  async publishRateCard(
    once: Once,
    me: Actor,
    program: string,
    { items, rules, currency: asked, basedOn }: RateCardBody,
  ): Promise<RateCardVersionView> {
    const draft: Draft<'rate_card'> = {
      kind: 'rate_card',
      content: ({ currency }) => {
        const fault = currencyFault(asked, currency);
        if (fault !== null) throw fault;
        return {
          currency,
          items: { ...items },
          ...(rules === undefined ? {} : { rules: writtenRules(rules) }),
        };
      },
      fault: rateCardFault(items, rules),
      basedOn,
    };
    return this.publish(once, me, program, draft, (stored) => rateCardView(rateCardOf(stored)));
  }

  /** Refuses `rollover_without_expiry` and `cap_of_programme`. The credits apply from each artist's next window on, the caps at once. */
  async publishQuotaPlan(
    once: Once,
    me: Actor,
    program: string,
    body: QuotaPlanBody,
  ): Promise<QuotaPlanVersionView> {
    const content = quotaPlanContent(body);
    const fault = quotaPlanFault(body);
    const { basedOn, cohortId } = body;
    const draft: Draft<'quota_plan'> = {
      kind: 'quota_plan',
      content: () => content,
      fault,
      basedOn,
      cohortId,
    };
    return this.publish(once, me, program, draft, (stored) => quotaPlanVersionView(quotaPlanOf(stored)));
  }

  /** Refuses `mark_undrawable`: what a visible mark says must be there to be read. */
  async publishMarkPolicy(
    once: Once,
    me: Actor,
    program: string,
    body: MarkPolicyBody,
  ): Promise<MarkPolicyVersionView> {
    const { basedOn, isVisible, text } = body;
    const content = markPolicyContent(body);
    const letter = isVisible ? undrawable(text) : null;
    const fault =
      letter === null ? null : refusal(programRefusals, 'mark_undrawable', { field: 'text', letter });
    const draft: Draft<'mark_policy'> = { kind: 'mark_policy', content: () => content, fault, basedOn };
    return this.publish(once, me, program, draft, (stored) => markPolicyView(markPolicyOf(stored)));
  }

  /** What a programme may say and need not. What clips go sooner by is announced to their artists all the same. */
  async publishPolicy<K extends keyof Policies>(
    once: Once,
    me: Actor,
    program: string,
    kind: K,
    { basedOn, ...body }: Policies[K]['body'],
  ): Promise<Policies[K]['view']> {
    const { content, view } = POLICIES[kind];
    const draft: Draft<K> = { kind, content: () => content(body), fault: null, basedOn };
    return this.publish(once, me, program, draft, view);
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
    // Read before the lock: whoever had to wait for somebody else's publication finds that it is another by then.
    const seen = draft.basedOn ?? (await this.versions.findNewest(id, draft.kind))?.version ?? 0;
    return this.idempotency.run(once, async (tx) => view(await this.next(tx, me, id, draft, seen)));
  }

  /** The same content as the newest version is that version: a repeated publication asks nobody to consent again. */
  private async next<K extends VersionKind>(
    tx: Tx,
    me: Actor,
    id: string,
    draft: Draft<K>,
    seen: number,
  ): Promise<StoredVersion> {
    const program = await this.programs.lock(tx, id);
    if (!allows(program.state, 'publish')) throw refusal(programRefusals, 'programme_closed');
    const content = draft.content(program);
    const hash = contentHash(content);
    const { kind, cohortId = null } = draft;
    const current = await this.versions.findNewest(id, kind, tx, cohortId);
    if (current?.hash === hash) return current;
    const newest = await this.versions.findNewest(id, kind, tx);
    if ((newest?.version ?? 0) !== seen) throw publishedMeanwhile(newest, seen);
    const timing = draft.timing?.({ program, current }) ?? { effectiveAt: null, isMaterial: true };
    const stored = await this.versions.insert(tx, {
      id: newId(PREFIX[kind]),
      programId: id,
      kind,
      version: (newest?.version ?? 0) + 1,
      hash,
      content,
      publishedBy: me.id,
      cohortId,
      ...timing,
    });
    if (cohortId === null) await this.drafts.remove(tx, id, kind);
    await this.tell(tx, me, stored);
    return stored;
  }

  private async tell(
    tx: Tx,
    me: Actor,
    { id, programId, kind, version, hash, effectiveAt, isMaterial }: VersionEntity,
  ): Promise<void> {
    await this.audit.record(tx, me, `program.publish_${kind}`, programId, { id, version, hash });
    if (kind !== 'terms') return;
    const event = {
      programId,
      termsId: id,
      version,
      hash,
      effectiveAt: effectiveAt.toISOString(),
      isMaterial,
    };
    await this.outbox.add(tx, termsPublished, event);
  }
}
