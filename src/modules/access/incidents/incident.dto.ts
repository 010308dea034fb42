import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { INCIDENT_CAUSES, type IncidentCause } from '../contract';
import { INCIDENT_STATES, type IncidentState } from '../domain/incident.workflow';

const NO_CONTROLS = /^\P{Cc}*$/u;

export class IncidentQuery extends PageQuery {
  /** Only incidents in this state. */
  @ApiProperty({ enum: INCIDENT_STATES, required: false })
  @IsOptional()
  @IsIn(INCIDENT_STATES)
  state?: IncidentState;

  /** Only incidents that came to light this way. */
  @ApiProperty({ enum: INCIDENT_CAUSES, required: false })
  @IsOptional()
  @IsIn(INCIDENT_CAUSES)
  cause?: IncidentCause;
}

export class IncidentReasonBody {
  /** Why, in words; its owner reads this. */
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  @Matches(NO_CONTROLS, { message: 'reason must not hold control characters' })
  reason: string;
}

/** A key in wrong hands, and how far that reached. */
export class IncidentView {
  /** Id, `inc_…`. */
  id: string;

  @ApiProperty({ enum: INCIDENT_STATES })
  state: IncidentState;

  /** How it came to light. */
  @ApiProperty({ enum: INCIDENT_CAUSES })
  cause: IncidentCause;

  /** In words. */
  reason: string;

  /** The key; null: a bait that is nobody's. */
  @ApiProperty({ type: String, nullable: true })
  keyId: string | null;

  /** What its owner calls it, with its first and last characters. */
  @ApiProperty({ type: String, nullable: true })
  keyName: string | null;

  /** Whose key. */
  @ApiProperty({ type: String, nullable: true })
  personId: string | null;

  @ApiProperty({ type: String, nullable: true })
  personName: string | null;

  /** Blast radius: artists whose work was touched by the stop. */
  affected: number;

  /** Artists there were. */
  population: number;

  /** What the key did from here on is suspect. */
  since: string;

  /** When the key was stopped. */
  openedAt: string;

  @ApiProperty({ type: String, nullable: true })
  closedAt: string | null;

  /** Words of who closed it. */
  @ApiProperty({ type: String, nullable: true })
  verdict: string | null;

  /** What the caller may do with it now. */
  @ApiProperty({ type: String, isArray: true })
  available: string[];
}

/** One line of the timeline. */
export class IncidentNoteView {
  at: string;

  /** `opened`, `reported`, `confirmed`, `dismissed`, or what a part of Atelier did because of it. */
  kind: string;

  /** Who: a person's name, or `Atelier`. */
  actor: string;

  /** Plain values. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  details: Record<string, unknown>;
}

export class IncidentSourceView {
  /** A /24 or /48 network. */
  network: string;

  /** The program, without its version. */
  agent: string;

  /** Number of the carrier (autonomous system) that runs the network; null: not known. */
  @ApiProperty({ type: Number, nullable: true })
  carrier: number | null;

  calls: number;
  refused: number;
}

export class IncidentDetailView extends IncidentView {
  @ApiProperty({ type: IncidentNoteView, isArray: true })
  timeline: IncidentNoteView[];

  /** Who used the key, busiest first. */
  @ApiProperty({ type: IncidentSourceView, isArray: true })
  sources: IncidentSourceView[];

  /** Signals that spoke, with what was counted, or what a report said. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  evidence: Record<string, unknown>;

  /** Calls with the key that were refused since it was stopped. */
  refusedSince: number;
}

export class IncidentPage {
  @ApiProperty({ type: IncidentView, isArray: true })
  items: IncidentView[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
