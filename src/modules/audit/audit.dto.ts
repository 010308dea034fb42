import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/http/page-query.dto';
import type { AuditEntryEntity } from './audit-entry.entity';
import type { AuditFilter } from './audit.repository';

/** Whom, what, on what, when. */
export class AuditFilterQuery {
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

  /** At this time or later, RFC 3339. */
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  /** Before this time. */
  @IsOptional()
  @IsISO8601({ strict: true })
  until?: string;
}

export class AuditQuery extends IntersectionType(AuditFilterQuery, PageQuery) {}

/** One consequential act. */
export class AuditEntryView {
  /** Number of the entry. */
  id: string;

  /** When it happened, RFC 3339. */
  at: string;

  /** Id of the person who acted; `system` for Atelier itself. */
  actor: string;

  /** Their name; null for Atelier itself, the public, and people who are gone. */
  @ApiProperty({ type: String, nullable: true })
  actorName: string | null;

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

/** The seal over an entry: from then on, changing the entry breaks the chain. */
export class AuditSealView {
  /** Its number. */
  id: string;

  /** When it was made. */
  at: string;

  /** SHA-256 in hex, over the seal before it and its entries. */
  hash: string;
}

export class AuditEntryDetail extends AuditEntryView {
  /** Null: not sealed yet; that takes seconds. */
  @ApiProperty({ type: AuditSealView, nullable: true })
  seal: AuditSealView | null;
}

export class AuditActs {
  items: string[];
}

export function filterOf({ from, until, ...rest }: AuditFilterQuery): AuditFilter {
  return {
    ...rest,
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(until === undefined ? {} : { until: new Date(until) }),
  };
}

export function auditEntryView(
  row: AuditEntryEntity,
  names: ReadonlyMap<string, { name: string }>,
): AuditEntryView {
  const { id, at, actor, via, keyId, act, subject, details } = row;
  const actorName = names.get(actor)?.name ?? null;
  return { id: String(id), at: at.toISOString(), actor, actorName, via, keyId, act, subject, details };
}
