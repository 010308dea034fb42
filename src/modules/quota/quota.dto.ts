import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { toJsonInteger } from '../../kernel/money';
import { PageQuery } from '../../platform/http/page-query.dto';
import type { StatementLine } from '../ledger';
import { QUOTA_WINDOWS, type QuotaPlan, type QuotaWindow } from '../program';
import type { PriceTable, QuoteLine } from './contract';
import type { PurseEntity } from './windows/purse.entity';

export class QuotaQuery extends PageQuery {
  /** Whose programme; needed only by artists in more than one. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}

export class QuotaPlanView {
  /** Id of the plan version in force. */
  id: string;
  /** Version number within the programme. */
  version: number;
  /** Credits of one window. */
  credits: number;
  @ApiProperty({ enum: QUOTA_WINDOWS })
  window: QuotaWindow;
  /** Clips that may be under way at once; more are accepted as throttled. */
  concurrency: number;
  /** Clips that may wait besides those under way. */
  queued: number;
  /** Share of the queue: 2 gets twice as much as 1. */
  weight: number;
  /** Whether what is left of a window's credits is lost at its end. */
  expiresWithWindow: boolean;
  /** Percent of what is left that carries over all the same. */
  rolloverPercent: number;
  /** Credits that carry over at most; null: the percentage alone decides. */
  @ApiProperty({ type: Number, nullable: true })
  rolloverCap: number | null;
  /** Credits per window that all artists share once their own are exhausted. */
  pooledCredits: number;
}

export class QuotaWindowView {
  /** RFC 3339. */
  startsAt: string;
  /** RFC 3339; the next window begins at this instant. */
  endsAt: string;
  /** The version of the plan that the credits of this window came under. */
  planId: string;
  /** Whether another window follows; not while the artist is away, nor beyond the end of the programme. */
  isOpen: boolean;
  /** Credits that the next window brings under the plan in force now. */
  nextCredits: number;
  /** Credits at hand that do not expire with this window. */
  lasting: number;
}

export class QuotaGoodwillView {
  /** Clips of one prompt that may be marked unusable. */
  perShot: number;
  /** Clips of one week, from Monday 00:00 UTC. */
  perWeek: number;
  /** Clips marked unusable since Monday. */
  usedThisWeek: number;
}

export class QuotaLineView {
  /** RFC 3339. */
  at: string;
  /** `quota.granted`, `quota.charged`, `quota.expired`, `quota.topped_up`, `quota.goodwill_given`. */
  kind: string;
  /** Credits: arrivals above zero, spending below. */
  credits: number;
  /** The generation this is about. */
  @ApiProperty({ type: String, nullable: true })
  generationId: string | null;
  /** Why, where a person or a rule gave a reason. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class QuotaView {
  /** The enrollment these credits belong to. */
  enrollmentId: string;
  /** The programme of the enrollment. */
  programId: string;
  /** Credits owned, those held included. */
  balance: number;
  /** Credits reserved by clips that are not finished. */
  held: number;
  /** Credits that can be spent now. */
  available: number;
  /** In force now. Its caps apply at once, its credits from the next window on. */
  @ApiProperty({ type: QuotaPlanView })
  plan: QuotaPlanView;
  /** The present window; null before the artist was ever active. */
  @ApiProperty({ type: QuotaWindowView, nullable: true })
  window: QuotaWindowView | null;
  /** Credits free in the pool that the programme's artists share; null: it has none. */
  @ApiProperty({ type: Number, nullable: true })
  pool: number | null;
  /** How often credits come back for clips that are unusable. */
  @ApiProperty({ type: QuotaGoodwillView })
  goodwill: QuotaGoodwillView;
  /** What moved, newest first. */
  @ApiProperty({ type: [QuotaLineView] })
  items: QuotaLineView[];
  /** Cursor of the next page of `items`. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class PriceFactorView {
  /** What it applies to, e.g. `30` frames per second or a provider's key. */
  of: string;
  /** Percent of the price of a second. */
  percent: number;
}

export class PricePerSecondView {
  /** `360p` … `1080p`. */
  resolution: string;
  /** Credits for one second of a final at 24 fps. */
  credits: number;
}

export class PriceTableView {
  /** Every charge keeps the version it was made under. */
  version: number;
  /** RFC 3339; in force from this instant on. */
  from: string;
  @ApiProperty({ type: [PricePerSecondView] })
  perSecond: PricePerSecondView[];
  @ApiProperty({ type: [PriceFactorView] })
  fps: PriceFactorView[];
  @ApiProperty({ type: [PriceFactorView] })
  providers: PriceFactorView[];
  /** Percent of the price that a draft costs. */
  draftPercent: number;
}

export class PriceTableListView {
  /** Newest first; one whose date is still to come is not in force. */
  @ApiProperty({ type: [PriceTableView] })
  items: PriceTableView[];
}

export class QuoteLineView {
  /** What this line is about. */
  what: string;
  /** Credits; a discount is below zero. */
  credits: number;
}

const factors = (row: Readonly<Record<string, number>>): PriceFactorView[] =>
  Object.entries(row).map(([of, percent]) => ({ of, percent }));

export function priceTableView(table: PriceTable): PriceTableView {
  return {
    version: table.version,
    from: table.from,
    perSecond: Object.entries(table.perSecond).map(([resolution, credits]) => ({ resolution, credits })),
    fps: factors(table.fpsPercent),
    providers: factors(table.providerPercent),
    draftPercent: table.draftPercent,
  };
}

export function quoteLineView({ what, credits }: QuoteLine): QuoteLineView {
  return { what, credits: toJsonInteger(credits) };
}

export function quotaPlanView(plan: QuotaPlan): QuotaPlanView {
  const { id, version, credits, window, concurrency, queued, weight, expiresWithWindow } = plan;
  const { rolloverPercent, rolloverCap, pooledCredits } = plan;
  return {
    id,
    version,
    credits: toJsonInteger(credits),
    window,
    concurrency,
    queued,
    weight,
    expiresWithWindow,
    rolloverPercent,
    rolloverCap: rolloverCap === null ? null : toJsonInteger(rolloverCap),
    pooledCredits: toJsonInteger(pooledCredits),
  };
}

export function quotaWindowView(purse: PurseEntity, plan: QuotaPlan): QuotaWindowView {
  const { startsAt, endsAt, planId, isOpen, lasting } = purse;
  return {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    planId,
    isOpen,
    nextCredits: toJsonInteger(plan.credits),
    lasting: toJsonInteger(lasting),
  };
}

/** A reason in words, of a top-up; or the code of one, of goodwill. */
function reasonOf({ reason, cause, evidence }: StatementLine['memo']): string | null {
  if (typeof reason === 'string') return reason;
  const named = (evidence as { reason?: unknown } | undefined)?.reason;
  if (typeof named === 'string') return named;
  return typeof cause === 'string' ? cause : null;
}

export function quotaLineView({ at, kind, amount, memo }: StatementLine): QuotaLineView {
  const generationId = typeof memo.generationId === 'string' ? memo.generationId : null;
  return { at: at.toISOString(), kind, credits: toJsonInteger(amount), generationId, reason: reasonOf(memo) };
}
