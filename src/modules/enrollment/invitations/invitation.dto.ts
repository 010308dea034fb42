import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import {
  INVITATION_DAYS,
  INVITATION_STATES,
  INVITATION_VERBS,
  type InvitationState,
  type InvitationVerb,
} from '../domain/invitation.workflow';
import type { InvitationEntity } from './invitation.entity';

export class ProgramInvitationBody {
  /** Whose seat it is: the account with this proved address, or the one that will be made with it. */
  @IsEmail()
  @MaxLength(254)
  email: string;

  /** Id of the cohort that they join. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  cohortId?: string;

  /** Days that it is open. */
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(1)
  @Max(INVITATION_DAYS.most)
  days: number = INVITATION_DAYS.usual;

  /** For the invited to read. */
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @MaxLength(1_000)
  note: string = '';
}

export class ProgramInvitationQuery extends PageQuery {
  @ApiProperty({ enum: INVITATION_STATES, required: false })
  @IsOptional()
  @IsIn(INVITATION_STATES)
  state?: InvitationState;
}

/** A seat held out to one address. */
export class ProgramInvitationView {
  /** Id, `inv_…`. */
  id: string;

  programId: string;

  programName: string;

  @ApiProperty({ type: String, nullable: true })
  cohortId: string | null;

  /** Name of the cohort. */
  @ApiProperty({ type: String, nullable: true })
  cohortName: string | null;

  email: string;

  note: string;

  /** Name of whoever invites. */
  invitedBy: string;

  expiresAt: string;

  @ApiProperty({ enum: INVITATION_STATES })
  state: InvitationState;

  /** What came of it. */
  @ApiProperty({ type: String, nullable: true })
  applicationId: string | null;

  createdAt: string;

  /** What you may do with it now. */
  @ApiProperty({ enum: INVITATION_VERBS, isArray: true })
  available: InvitationVerb[];
}

export class ProgramInvitationPage {
  @ApiProperty({ type: ProgramInvitationView, isArray: true })
  items: ProgramInvitationView[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function invitationView(
  row: InvitationEntity,
  names: { readonly programName: string; readonly cohortName: string | null; readonly invitedBy: string },
  available: InvitationVerb[],
): ProgramInvitationView {
  const { id, programId, cohortId, email, note, state, applicationId } = row;
  return {
    id,
    programId,
    cohortId,
    email,
    note,
    state,
    applicationId,
    ...names,
    available,
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}
