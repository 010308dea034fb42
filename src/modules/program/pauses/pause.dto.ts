import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { Actor } from '../../../kernel/actor';
import { available } from '../../../kernel/workflow';
import {
  LONGEST_PAUSE,
  PAUSE_STATES,
  PAUSE_VERBS,
  pauseWorkflow,
  type PauseState,
} from '../domain/pause.workflow';
import type { PauseEntity } from './pause.entity';

export class PauseBody {
  /** Why; everybody reads this. */
  @IsString()
  @MinLength(10)
  @MaxLength(1_000)
  @Matches(/^\P{Cc}*$/u, { message: 'reason must not hold control characters' })
  reason: string;

  /** How long: four hours at most. It ends by itself. */
  @IsInt()
  @Min(5)
  @Max(LONGEST_PAUSE)
  minutes: number;
}

export class PauseQuery {
  /** Only pauses of this programme. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}

export class PauseVerbParam {
  @IsString()
  id: string;

  @ApiProperty({ enum: PAUSE_VERBS })
  @IsIn(PAUSE_VERBS)
  verb: (typeof PAUSE_VERBS)[number];
}

/** A pause of a whole programme. */
export class PauseView {
  /** Id, `pau_…`. */
  id: string;

  programId: string;

  @ApiProperty({ enum: PAUSE_STATES })
  state: PauseState;

  /** Whether it is in force now. */
  isInForce: boolean;

  reason: string;

  minutes: number;

  proposedAt: string;

  /** When it begins or began: a renewal begins when the one before ends. */
  @ApiProperty({ type: String, nullable: true })
  startsAt: string | null;

  /** When it ends by itself, or ended. */
  @ApiProperty({ type: String, nullable: true })
  endsAt: string | null;

  /** People who decided: one for a proposal, two for a pause. */
  people: number;

  /** What the caller may do with it now. */
  @ApiProperty({ type: String, isArray: true })
  available: string[];
}

export class PauseListView {
  @ApiProperty({ type: PauseView, isArray: true })
  items: PauseView[];
}

export function pauseView(row: PauseEntity, me: Actor, now = new Date()): PauseView {
  const { startsAt, endsAt } = row;
  const isBetween = startsAt !== null && endsAt !== null && startsAt <= now && now < endsAt;
  return {
    id: row.id,
    programId: row.programId,
    state: row.state,
    isInForce: row.state === 'active' && isBetween,
    reason: row.reason,
    minutes: row.minutes,
    proposedAt: row.proposedAt.toISOString(),
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    people: row.confirmedBy === null ? 1 : 2,
    available: available(pauseWorkflow, row.state, me, { isProposer: row.proposedBy === me.id }),
  };
}
