import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { GROUND_NAMES, type Ground } from '../domain/grounds';
import { ShareView } from '../numbers/clock-numbers.dto';
import { SubmissionDetail } from '../submissions/submission-view.dto';

const OUTCOMES = ['approved', 'changes_requested', 'declined'] as const;
export type OpinionVerdict = (typeof OUTCOMES)[number];

export class OpinionInput {
  @ApiProperty({ enum: OUTCOMES })
  @IsIn(OUTCOMES)
  outcome: OpinionVerdict;

  /** With `declined`. */
  @ApiPropertyOptional({ enum: GROUND_NAMES })
  @IsOptional()
  @IsIn(GROUND_NAMES)
  ground?: Ground;

  /** With `declined` and `changes_requested`: what was seen, at least 20 characters. */
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  facts?: string;
}

/** The work as it was shown to the first person, without their verdict and without its artist. */
class OpinionSubject extends PickType(SubmissionDetail, [
  'title',
  'description',
  'labels',
  'audience',
  'rights',
  'risk',
  'riskBecause',
  'termsVersion',
  'clip',
  'rules',
] as const) {}

/** A second opinion, before and after it is given. */
export class OpinionView {
  /** `opn_…` */
  id: string;

  @ApiProperty({ type: OpinionSubject })
  work: OpinionSubject;

  /** Until when it is one's own to give; ISO date-time. `null`: it is given. */
  @ApiProperty({ type: String, nullable: true })
  until: string | null;

  /** One's own verdict. */
  @ApiProperty({ enum: OUTCOMES, nullable: true })
  given: OpinionVerdict | null;

  /** The first one, once one’s own is given. */
  @ApiProperty({ enum: OUTCOMES, nullable: true })
  first: OpinionVerdict | null;
}

/** How often two people came to the same verdict, not knowing of each other. */
export class AgreementView {
  /** Over how many days. */
  days: number;

  /** Decisions with two verdicts. */
  pairs: number;

  @ApiProperty({ type: ShareView, nullable: true, description: 'Share of equal ones; `null`: too few.' })
  equal: ShareView | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      'Cohen’s kappa: 1 always, 0 as often as by chance; `null`: too few, or nothing to tell apart.',
  })
  kappa: number | null;
}

/** One day of the draw. */
export class SampleDrawView {
  /** `2026-01-31`, UTC. */
  day: string;

  /** SHA-256 of the seed, public since the day before. */
  commitment: string;

  /** `null` until the day is over. */
  @ApiProperty({ type: String, nullable: true })
  seed: string | null;

  /** Share that is drawn, 0 to 1. */
  share: number;

  /** Verdicts by people on that day. */
  decisions: number;

  /** Of these, drawn. */
  drawn: number;
}

export class SampleDrawList {
  @ApiProperty({ type: [SampleDrawView] })
  items: readonly SampleDrawView[];
}
