import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PERMISSIONS, type Permission } from '../contract';
import { GATES, type Gate } from '../domain/gate';
import { PersonView } from '../people/person.dto';
import { SESSION_WAYS, type SessionEntity, type SessionWay } from './session.entity';

/** Six digits, as authenticator apps show them. */
export const CODE = /^\d{6}$/;

export class SignInBody {
  @IsString()
  @MaxLength(254)
  email: string;

  @IsString()
  @MaxLength(400)
  password: string;

  /** Code of the authenticator app, to sign in in one step; without it the session asks for it afterwards. */
  @IsOptional()
  @Matches(CODE)
  code?: string;
}

/** A passkey's answer, as `navigator.credentials.get` gave it (JSON). */
export class PasskeyProofBody {
  /** Under which the question was asked. */
  @IsString()
  @MaxLength(40)
  challengeId: string;

  /** `AuthenticationResponseJSON` of WebAuthn. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  response: Record<string, unknown>;
}

/** A question for a browser's passkeys. */
export class PasskeyQuestionView {
  /** Hand it back with the answer. */
  challengeId: string;

  /** For `navigator.credentials`, as JSON. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  options: object;
}

export const PROOF_WAYS = ['passkey', 'code', 'recovery_code', 'password'] as const;
export type ProofWay = (typeof PROOF_WAYS)[number];

/** A proof that it is you. Exactly one of the four. */
export class StepUpBody {
  /** Of the authenticator app. */
  @IsOptional()
  @Matches(CODE)
  code?: string;

  /** From paper; it is used up. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  recoveryCode?: string;

  /** Only where there is no second factor. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  password?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PasskeyProofBody)
  passkey?: PasskeyProofBody;
}

/** What this installation lets people sign in with, besides a password. */
export class SignInWaysView {
  /** Through the staff's organisation (OpenID Connect). */
  oidc: boolean;

  /** With a passkey; it needs a name instead of a number in the address. */
  passkeys: boolean;
}

/** Who is signed in. */
export class SessionView {
  /** Id of this session, `ses_…`. */
  id: string;

  @ApiProperty({ type: PersonView })
  person: PersonView;

  /** What this session may do now; what the portal shows follows from it. */
  @ApiProperty({ enum: Object.keys(PERMISSIONS), isArray: true })
  permissions: Permission[];

  /** What must be done before anything else; null: nothing. */
  @ApiProperty({ enum: GATES, nullable: true })
  gate: Gate | null;

  /** What a proof that it is you can be, the best first. */
  @ApiProperty({ enum: PROOF_WAYS, isArray: true })
  proofWays: ProofWay[];

  /** When this session ends at the latest; 12 hours without a request end it earlier. */
  expiresAt: string;
}

/** One of the caller's own sign-ins. */
export class OwnSessionView {
  /** Id, `ses_…`. */
  id: string;

  /** Address of the sign-in. */
  address: string;

  /** What is counted as one place: the address, or the network of an IPv6 address. */
  network: string;

  /** How it was opened. */
  @ApiProperty({ enum: SESSION_WAYS })
  way: SessionWay;

  /** Whether a second factor was shown in it. */
  isStrong: boolean;

  /** Program that signed in, as it named itself. */
  agent: string;

  /** When it began. */
  createdAt: string;

  /** Last request, to the minute. */
  lastSeenAt: string;

  /** When it ends at the latest. */
  expiresAt: string;

  /** Whether this very request came with it. */
  isCurrent: boolean;
}

export class OwnSessionsView {
  @ApiProperty({ type: OwnSessionView, isArray: true })
  items: OwnSessionView[];
}

export class EndedSessionsView {
  /** How many sessions ended. */
  ended: number;
}

export function ownSessionView(row: SessionEntity, currentId: string | null): OwnSessionView {
  return {
    id: row.id,
    address: row.address,
    network: row.network,
    way: row.way,
    isStrong: row.secondFactorAt !== null,
    agent: row.agent,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isCurrent: row.id === currentId,
  };
}
