import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { WORKER_STATES, type WorkerState } from '../domain/worker.workflow';
import { CapabilitiesBody } from './worker.dto';

export const FLEET_VERBS = ['drain', 'maintain', 'resume'] as const;
export type FleetVerb = (typeof FLEET_VERBS)[number];

/** A clip in the hands of a worker. */
export class HeldJobView {
  generationId: string;
  fence: number;
  /** What the worker says it is doing. */
  @ApiProperty({ type: String, nullable: true })
  phase: string | null;
  /** 0 … 1 */
  progress: number;
  takenAt: string;
  leaseExpiresAt: string;
  deadlineAt: string;
}

/** A remote worker. */
export class WorkerView {
  id: string;
  name: string;
  pool: string;
  version: string;
  /** Of the key it signs in with. */
  keyId: string;
  @ApiProperty({ enum: WORKER_STATES })
  state: WorkerState;
  /** Why it is not active. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
  stateSince: string;
  /** Clips it renders at once. */
  slots: number;
  lastSeenAt: string;
  /** Whether it was heard of just now. */
  isConnected: boolean;
  /** Clips whose lease ran out in its hands, ever. */
  lost: number;
  /** Clips it has delivered. */
  done: number;
  @ApiProperty({ type: CapabilitiesBody })
  capabilities: CapabilitiesBody;
  @ApiProperty({ type: HeldJobView, isArray: true })
  jobs: HeldJobView[];
  /** What the caller may do with it now. */
  @ApiProperty({ enum: FLEET_VERBS, isArray: true })
  available: FleetVerb[];
}

export class WorkerList {
  @ApiProperty({ type: WorkerView, isArray: true })
  items: WorkerView[];
}

export class FleetBody {
  /** For whoever looks at it next. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @Matches(/^\P{Cc}*$/u, { message: 'reason must not hold control characters' })
  reason?: string;
}
