import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { toJsonInteger } from '../../kernel/money';
import { PageQuery } from '../../platform/http/page-query.dto';
import type { StatementLine } from '../ledger';
import { QUOTA_WINDOWS, type QuotaPlan, type QuotaWindow } from '../program';
import type { PriceTable, QuoteLine } from './contract';

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
}

export class QuotaLineView {
  /** RFC 3339. */
  at: string;
  /** `quota.granted`, `quota.charged`, `quota.goodwill_given` … */
  kind: string;
  /** Credits: arrivals above zero, spending below. */
  credits: number;
  /** The generation this is about. */
  @ApiProperty({ type: String, nullable: true })
  generationId: string | null;
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
  @ApiProperty({ type: QuotaPlanView })
  plan: QuotaPlanView;
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
  const { id, version, credits, window, concurrency, queued, weight } = plan;
  return { id, version, credits: toJsonInteger(credits), window, concurrency, queued, weight };
}

export function quotaLineView({ at, kind, amount, memo }: StatementLine): QuotaLineView {
  const generationId = typeof memo.generationId === 'string' ? memo.generationId : null;
  return { at: at.toISOString(), kind, credits: toJsonInteger(amount), generationId };
}
