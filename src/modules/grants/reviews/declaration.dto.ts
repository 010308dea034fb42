import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CALL_STATES, type CallState } from '../contract';

export class DeclarationBody {
  /** An e-mail address, or the name that the person works under. */
  @IsString()
  @MaxLength(254)
  @Matches(/\S/, { message: 'Name the person whom you cannot judge' })
  who: string;

  /** Why, for your own memory: nobody else reads it. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note: string = '';
}

export class DeclarationParam {
  /** `cal_…` */
  @IsString()
  callId: string;

  /** `dcl_…` */
  @IsString()
  id: string;
}

export class DeclarationView {
  /** `dcl_…` */
  id: string;

  who: string;

  note: string;
}

/** A call that the caller is on the panel of. */
export class PanelSeatView {
  callId: string;

  title: string;

  @ApiProperty({ enum: CALL_STATES })
  state: CallState;

  /** When reviews are handed out. */
  closesAt: string;

  @ApiProperty({ type: [DeclarationView] })
  declarations: DeclarationView[];

  /** `false` once reviews are handed out: then one recuses oneself from a review. */
  mayDeclare: boolean;
}

export class PanelSeats {
  @ApiProperty({ type: [PanelSeatView] })
  items: PanelSeatView[];
}
