import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { CODE } from '../sessions/session.dto';
import type { PasskeyRow } from './passkey.repository';

const NO_CONTROLS = /^\P{Cc}*$/u;

export class CodeBody {
  /** The six digits that the app shows now. */
  @Matches(CODE)
  code: string;
}

export class PasskeyNameBody {
  /** To know it by, such as `my phone`. */
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  @Matches(NO_CONTROLS, { message: 'name must not hold control characters' })
  name: string;
}

/** A passkey that the browser has made. */
export class NewPasskeyBody extends PasskeyNameBody {
  /** Under which the question was asked. */
  @IsString()
  @MaxLength(40)
  challengeId: string;

  /** `RegistrationResponseJSON` of WebAuthn. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  response: Record<string, unknown>;
}

/** What an authenticator app needs; shown until it is confirmed. */
export class CodeAppView {
  /** To type in, base32. */
  secret: string;

  /** To scan as a QR code, `otpauth://…`. */
  uri: string;
}

/** Codes on paper, shown this once. */
export class RecoveryCodesView {
  codes: string[];
}

export class PasskeyView {
  /** Id, `pky_…`. */
  id: string;

  name: string;

  /** Copied between the devices of its owner by their maker. */
  isSynced: boolean;

  createdAt: string;

  /** Last time it proved something; null: never. */
  @ApiProperty({ type: String, nullable: true })
  lastUsedAt: string | null;
}

/** What protects my account. */
export class SecurityView {
  hasPassword: boolean;

  /** Since when an authenticator app is set up; null: none. */
  @ApiProperty({ type: String, nullable: true })
  codeAppAt: string | null;

  recoveryCodesLeft: number;

  @ApiProperty({ type: PasskeyView, isArray: true })
  passkeys: PasskeyView[];

  /** Whether my work needs a second factor. */
  isSecondFactorMandatory: boolean;
}

export function passkeyView({ id, name, isSynced, createdAt, lastUsedAt }: PasskeyRow): PasskeyView {
  return {
    id,
    name,
    isSynced,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
