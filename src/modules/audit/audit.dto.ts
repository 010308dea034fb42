import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/http/page-query.dto';
import type { AuditEntryEntity } from './audit-entry.entity';
import type { Verification } from './audit.service';

export class AuditQuery extends PageQuery {
  /** Id of the thing acted upon. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  subject?: string;

  /** Id of the person who acted; `system` for Atelier itself. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  actor?: string;

  /** For example `submission.approve`. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  act?: string;
}

/** One consequential act. */
export class AuditEntryView {
  /** Number of the entry. */
  id: string;

  /** When it happened, RFC 3339. */
  at: string;

  /** Id of the person who acted; `system` for Atelier itself. */
  actor: string;

  /** How they proved who they are: `session`, `key`, `worker`, `system`, `none`. */
  via: string;

  /** The API key used, if any. */
  @ApiProperty({ type: String, nullable: true })
  keyId: string | null;

  /** What was done, for example `submission.approve`. */
  act: string;

  /** Id of the thing acted upon. */
  subject: string;

  /** Plain values of the act. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  details: Record<string, unknown>;
}

export class AuditPage {
  @ApiProperty({ type: [AuditEntryView] })
  items: AuditEntryView[];

  /** Hand back as `cursor` for the following page; `null` ends the list. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** The first place where the log is not what was sealed. */
export class AuditFaultView {
  /** Number of the seal. */
  seal: string;

  /** Number of the entry. */
  entry: string;

  /** What happened to it. */
  @ApiProperty({ enum: ['altered', 'deleted', 'inserted', 'seal_altered'] })
  what: string;
}

export class VerificationView {
  /** Seals that were recomputed and hold. */
  seals: number;

  /** Entries under them. */
  entries: number;

  /** `null`: everything is as it was sealed. */
  @ApiProperty({ type: AuditFaultView, nullable: true })
  fault: AuditFaultView | null;
}

export function auditEntryView(row: AuditEntryEntity): AuditEntryView {
  const { id, at, actor, via, keyId, act, subject, details } = row;
  return { id: String(id), at: at.toISOString(), actor, via, keyId, act, subject, details };
}

export function verificationView({ seals, entries, fault }: Verification): VerificationView {
  return { seals, entries, fault: fault === null ? null : { ...fault, seal: fault.seal.toString() } };
}
