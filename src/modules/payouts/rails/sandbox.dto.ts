import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import {
  MOODS,
  TRANSFER_STATES,
  type Mood,
  type TransferState,
  type TransferVerb,
} from '../domain/sandbox-transfer.workflow';

export type BankVerb = TransferVerb | 'delay';
const VERBS: BankVerb[] = ['settle', 'fail', 'return', 'delay'];

export class SandboxQuery extends PageQuery {
  /** Only transfers in this state. */
  @IsOptional()
  @ApiProperty({ enum: TRANSFER_STATES, required: false })
  @IsIn(TRANSFER_STATES)
  state?: TransferState;
}

export class SandboxVerbParams {
  /** Payout id, which is the transfer's reference. */
  @IsString()
  @MaxLength(60)
  id: string;

  /** What the bank does; `delay` lets a transfer arrive an hour later. */
  @ApiProperty({ enum: VERBS })
  @IsIn(VERBS)
  verb: BankVerb;
}

export class SandboxVerbInput {
  /** What the bank says, for `fail` and `return`. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  reason?: string;
}

/** A transfer in the books of the sandbox rail. */
export class SandboxTransferView {
  /** The rail's id of the transfer. */
  id: string;

  /** Payout it was asked for. */
  payoutId: string;

  /** Payee. */
  personId: string;

  /** What is sent. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** Where it is. */
  @ApiProperty({ enum: TRANSFER_STATES })
  state: TransferState;

  /** What the bank said. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  /** When it arrives by itself, if nothing happens before. */
  settlesAt: string;

  /** When the rail accepted it. */
  createdAt: string;
}

export class SandboxTransferPage {
  /** Newest first. */
  @ApiProperty({ type: SandboxTransferView, isArray: true })
  items: SandboxTransferView[];

  /** Cursor of the next page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** How the sandbox answers. */
export class SandboxMoodInput {
  /** `no_funds`: it has no money; `down`: no answer; `forgetful`: it does what it is asked and the answer gets lost. */
  @ApiProperty({ enum: MOODS })
  @IsIn(MOODS)
  mood: Mood;
}

export class SandboxMoodView {
  @ApiProperty({ enum: MOODS })
  mood: Mood;
}
