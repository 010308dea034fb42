import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { ROLES, type Role } from '../../../kernel/actor';

const NO_CONTROLS = /^\P{Cc}*$/u;

/** What stood behind the `#` of the link in the mail. */
export class LinkBody {
  @IsString()
  @MaxLength(100)
  token: string;
}

export class ResetRequestBody {
  @IsEmail()
  @MaxLength(254)
  email: string;
}

export class ResetBody extends LinkBody {
  /** At least 12 characters. */
  @IsString()
  @MaxLength(400)
  password: string;
}

export class PasswordChangeBody {
  /** The password of now; anything by those who have none yet. */
  @IsString()
  @MaxLength(400)
  current: string;

  /** At least 12 characters. */
  @IsString()
  @MaxLength(400)
  next: string;
}

/** The answer to an invitation. */
export class JoinBody extends LinkBody {
  /** Name as colleagues will see it. */
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  @Matches(NO_CONTROLS, { message: 'name must not hold control characters' })
  name: string;

  /** At least 12 characters. */
  @IsString()
  @MaxLength(400)
  password: string;
}

/** An invitation as whoever holds its link sees it. */
export class InvitationView {
  name: string;

  /** Address to sign in with. */
  email: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles: Role[];

  /** Until when it can be answered. */
  expiresAt: string;
}

/** Whose address is proved now. */
export class VerifiedView {
  email: string;
}
