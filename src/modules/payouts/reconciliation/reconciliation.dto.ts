import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { CURRENCIES, type Currency } from '../../../kernel/money';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { FINDING_STATES, type FindingState } from '../domain/finding.workflow';
import { RAIL_KEYS, RAIL_MODES, type RailKey, type RailMode } from '../domain/rail';
import { MATCHES, type Match } from '../domain/reconcile';

const CODES = Object.keys(CURRENCIES);
const KINDS = ['transfer', 'balance'] as const;
const VERBS = ['explain', 'accept', 'send_back'] as const;

export class FindingQuery extends PageQuery {
  /** Only of this rail. */
  @IsOptional()
  @ApiProperty({ enum: RAIL_KEYS, required: false })
  @IsIn(RAIL_KEYS)
  rail?: RailKey;

  /** Only findings that say this. */
  @IsOptional()
  @ApiProperty({ enum: MATCHES, required: false })
  @IsIn(MATCHES)
  match?: Match;

  /** Only findings in this state of explanation. */
  @IsOptional()
  @ApiProperty({ enum: FINDING_STATES, required: false })
  @IsIn(FINDING_STATES)
  state?: FindingState;

  /** Only of this currency. */
  @IsOptional()
  @ApiProperty({ enum: CODES, required: false })
  @IsIn(CODES)
  currency?: Currency;

  /** Only of this payout. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  payoutId?: string;

  /** Happened at or after. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 40)
  from?: string;

  /** Happened before. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 40)
  until?: string;
}

/** One thing that was compared, as it was seen last. */
export class FindingView {
  id: string;

  @ApiProperty({ enum: RAIL_KEYS })
  rail: RailKey;

  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];

  /** The payout, the rail's own id where it is none of ours, or the currency of a balance. */
  subject: string;

  @ApiProperty({ type: String, nullable: true })
  payoutId: string | null;

  /** Who is paid; name. */
  @ApiProperty({ type: String, nullable: true })
  person: string | null;

  /** The rail's own id. */
  @ApiProperty({ type: String, nullable: true })
  railRef: string | null;

  /** What our books say. */
  @ApiProperty({ type: MoneyView, nullable: true })
  ours: MoneyView | null;

  /** What the rail says. */
  @ApiProperty({ type: MoneyView, nullable: true })
  theirs: MoneyView | null;

  @ApiProperty({ enum: CODES })
  currency: Currency;

  /**
   * `matched`: both say the same; `pending`: one side is expected to follow; `missing_there`: the rail has nothing;
   * `missing_here`: our books have nothing; `differs`: amounts or states disagree; `unknown`: it was begun, and nobody
   * knows whether it left.
   */
  @ApiProperty({ enum: MATCHES })
  match: Match;

  /** One sentence. */
  note: string;

  /** When it happened. */
  at: string;

  @ApiProperty({ enum: FINDING_STATES })
  state: FindingState;

  /** Seconds since it was found; `null` where there is no difference. */
  @ApiProperty({ type: Number, nullable: true })
  age: number | null;

  /** When it was looked at last. */
  seenAt: string;

  @ApiProperty({ type: String, nullable: true })
  explanation: string | null;

  @ApiProperty({ type: String, nullable: true })
  explainedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  explainedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  acceptedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  acceptedAt: string | null;

  /** Steps that you may take. */
  @ApiProperty({ enum: VERBS, isArray: true })
  available: string[];
}

/** Count and sums of one kind of finding in one currency. */
export class FindingSumView {
  @ApiProperty({ enum: MATCHES })
  match: Match;

  count: number;
  ours: MoneyView;
  theirs: MoneyView;
}

export class FindingPage {
  @ApiProperty({ type: FindingView, isArray: true })
  items: FindingView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;

  /** Of everything that the filters let through, not only of this page. */
  @ApiProperty({ type: FindingSumView, isArray: true })
  sums: FindingSumView[];
}

/** One comparison of a rail with the books. */
export class RunView {
  id: string;

  @ApiProperty({ enum: RAIL_KEYS })
  rail: RailKey;

  @ApiProperty({ enum: RAIL_MODES })
  mode: RailMode;

  /** What happened before was not looked at. */
  since: string;

  /** Name of whoever asked for it. */
  askedBy: string;

  startedAt: string;

  @ApiProperty({ type: String, nullable: true })
  endedAt: string | null;

  /** Why it came to nothing. */
  @ApiProperty({ type: String, nullable: true })
  fault: string | null;

  /** Things that were compared. */
  @ApiProperty({ type: Number, nullable: true })
  compared: number | null;

  /** Differences without an explanation when it ended, of all rails. */
  @ApiProperty({ type: Number, nullable: true })
  unexplained: number | null;
}

export class VerificationView {
  /** Version of Stripe's library whose contract the adapter is tested against. */
  sdk: string;

  apiVersion: string;

  /** When the same steps were last run against a sandbox of Stripe, with this API version; `null`: never. */
  @ApiProperty({ type: String, nullable: true })
  verifiedAt: string | null;
}

export class ReconciliationView {
  /** Rails that are compared here. */
  @ApiProperty({ enum: RAIL_KEYS, isArray: true })
  rails: RailKey[];

  /** Differences that two people have not explained; a month that has one cannot be closed. */
  unexplained: number;

  /** Newest first, twenty at most. */
  @ApiProperty({ type: RunView, isArray: true })
  runs: RunView[];

  @ApiProperty({ type: VerificationView })
  verification: VerificationView;
}

export class NewRunInput {
  /** Only this rail; all unless named. */
  @IsOptional()
  @ApiProperty({ enum: RAIL_KEYS, required: false })
  @IsIn(RAIL_KEYS)
  rail?: RailKey;
}

export class RunList {
  /** What was started; a rail that is being compared already is not among them. */
  @ApiProperty({ type: RunView, isArray: true })
  items: RunView[];
}

export class FindingVerbParams {
  /** Finding id. */
  @IsString()
  @MaxLength(60)
  id: string;

  /** `explain` says why, `accept` is another person’s agreement, `send_back` asks for a better explanation. */
  @ApiProperty({ enum: VERBS })
  @IsIn(VERBS)
  verb: (typeof VERBS)[number];
}

export class FindingVerbInput {
  /** Why the books and the rail disagree, and what was done about it; needed for `explain`. */
  @IsOptional()
  @IsString()
  @Length(3, 1000)
  explanation?: string;
}
