import { ApiProperty } from '@nestjs/swagger';
import { STAGED_VERBS } from '../domain/staged';
import { StatementInput } from './submission.dto';

/** A verdict that was given and has not left yet. */
export class StagedView {
  @ApiProperty({ enum: STAGED_VERBS })
  verb: string;

  /** When it leaves; ISO date-time. Until then it can be taken back. */
  until: string;

  /** Whether it is the reader's own. */
  isMine: boolean;
}

/** A time in which the clock stood still. */
export class ClockPauseView {
  /** ISO date-time. */
  from: string;

  /** ISO date-time; `null`: it still stands. */
  @ApiProperty({ type: String, nullable: true })
  until: string | null;
}

/** A first no on a high-stakes item, for the second person. */
export class ProposalView {
  /** Why a second person should look. */
  note: string;

  @ApiProperty({ type: StatementInput, nullable: true })
  statement: StatementInput | null;
}
