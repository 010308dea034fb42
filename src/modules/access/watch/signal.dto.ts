import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { SIGNAL_MODES, SIGNAL_NAMES, type SignalMode, type SignalName } from '../domain/signals';

export class SignalModeBody {
  /** `enforce`: its points count. `observe`: only written down. `off`: not looked at. */
  @ApiProperty({ enum: SIGNAL_MODES })
  @IsIn(SIGNAL_MODES)
  mode: SignalMode;

  /** Why; kept in the audit log. */
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  @Matches(/^\P{Cc}*$/u, { message: 'reason must not hold control characters' })
  reason: string;
}

/** One signal, and how many keys it spoke about in the last thirty days. */
export class SignalView {
  @ApiProperty({ enum: SIGNAL_NAMES })
  name: SignalName;

  /** What it saw, in words. */
  says: string;

  /** What it is for, and what it may mistake for it. */
  catches: string;

  @ApiProperty({ enum: SIGNAL_MODES })
  mode: SignalMode;

  /** What is missing, where it cannot speak in this installation, and how to mend it; null: nothing. */
  @ApiProperty({ type: String, nullable: true })
  silentBecause: string | null;

  /** Keys that were slowed down when it counted. */
  throttled: number;

  /** Keys that were stopped when it counted. */
  stopped: number;

  /** Keys that would have been slowed down, had it not only been observed. */
  wouldHaveThrottled: number;

  /** Keys that would have been stopped, had it not only been observed. */
  wouldHaveStopped: number;

  /** When its mode was last chosen; null: never. */
  @ApiProperty({ type: String, nullable: true })
  changedAt: string | null;
}

export class SignalListView {
  @ApiProperty({ type: SignalView, isArray: true })
  items: SignalView[];
}
