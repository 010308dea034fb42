import { ApiProperty } from '@nestjs/swagger';
import { FAULTS } from '../domain/chain';
import type { CheckpointEntity } from './checkpoint.entity';
import type { ChainEnd } from './checkpoint.repository';
import type { Verification } from './verifier.service';

/** The first place where the log is not what was sealed. */
export class AuditFaultView {
  /** Number of the seal. */
  seal: string;

  /** Number of the entry. */
  entry: string;

  /** What happened to it. */
  @ApiProperty({ enum: FAULTS })
  what: string;
}

export class VerificationView {
  /** Seals that were recomputed and hold. */
  seals: number;

  /** Entries under them. */
  entries: number;

  /** Checkpoints that the chain was compared with. */
  checkpoints: number;

  /** `null`: everything is as it was sealed and promised. */
  @ApiProperty({ type: AuditFaultView, nullable: true })
  fault: AuditFaultView | null;
}

/** How far the log is sealed and promised. */
export class ChainView {
  /** Number of the newest seal; null: nothing is sealed yet. */
  @ApiProperty({ type: String, nullable: true })
  seal: string | null;

  /** When it was made. */
  @ApiProperty({ type: String, nullable: true })
  sealedAt: string | null;

  /** Its SHA-256, in hex. */
  @ApiProperty({ type: String, nullable: true })
  hash: string | null;

  /** Entries that no seal covers yet; 1,000 stands for that many or more. */
  unsealed: number;

  /** Number of the seal of the newest checkpoint; null: none was made yet. */
  @ApiProperty({ type: String, nullable: true })
  checkpoint: string | null;

  /** When that was signed. */
  @ApiProperty({ type: String, nullable: true })
  checkpointAt: string | null;
}

/** A signed note (C2SP signed-note): origin, number of the seal, its SHA-256, entries under it, the last of them. */
export class CheckpointView {
  /** Null: none was made yet. */
  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  /** When it was signed. */
  @ApiProperty({ type: String, nullable: true })
  at: string | null;

  /** Ed25519, 32 bytes in base64. */
  publicKey: string;
}

export function verificationView({ seals, entries, checkpoints, fault }: Verification): VerificationView {
  return {
    seals,
    entries,
    checkpoints,
    fault: fault === null ? null : { ...fault, seal: fault.seal.toString() },
  };
}

export function chainView(end: ChainEnd, newest: CheckpointEntity | null): ChainView {
  return {
    seal: end.seal === null ? null : String(end.seal),
    sealedAt: end.at?.toISOString() ?? null,
    hash: end.hash?.toString('hex') ?? null,
    unsealed: end.unsealed,
    checkpoint: newest === null ? null : String(newest.seal),
    checkpointAt: newest?.at.toISOString() ?? null,
  };
}
