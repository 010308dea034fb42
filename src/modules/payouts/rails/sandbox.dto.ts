import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import type { RailState } from '../domain/rail';
import { TRANSFER_STATES, type TransferVerb } from '../domain/sandbox-transfer.workflow';

const VERBS: TransferVerb[] = ['settle', 'fail', 'return'];

export class SandboxQuery extends PageQuery {
  /** Only transfers in this state. */
  @IsOptional()
  @ApiProperty({ enum: TRANSFER_STATES, required: false })
  @IsIn(TRANSFER_STATES)
  state?: RailState;
}

export class SandboxVerbParams {
  /** Payout id, which is the transfer's reference. */
  @IsString()
  @MaxLength(60)
  id: string;

  /** What the bank does. */
  @ApiProperty({ enum: VERBS })
  @IsIn(VERBS)
  verb: TransferVerb;
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
  state: RailState;

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
