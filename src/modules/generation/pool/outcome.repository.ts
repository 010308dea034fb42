import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { stepOf } from '../domain/generation.workflow';
import type { FileEntity } from '../file.entity';
import type { GenerationEntity } from '../generation.entity';
import { ProvenanceEntity } from '../provenance/provenance.entity';
import { DELIVER, FINISH, LOCK_FLOWS_OF, LOCK_HELD } from './outcome.sql';

const FINISH_STEP = stepOf('finish', 'processing');
const SUCCEED_STEP = stepOf('succeed', 'finishing');

/** Which right a result comes with. */
export interface Claim {
  readonly generationId: string;
  readonly fence: bigint;
}

/** What is known of a clip under its locks. */
export type HeldClip = Pick<
  GenerationEntity,
  | 'id' | 'enrollmentId' | 'programId' | 'personId' | 'keyId' | 'state' | 'credits' | 'createdAt' | 'startedAt'
  | 'costSeconds' | 'faults' | 'provider' | 'resolution' | 'seconds'
>; // prettier-ignore

/** One clip with what is stored for it. */
export interface Made {
  readonly id: string;
  readonly model: string;
  readonly files: readonly FileEntity[];
  readonly provenance: ProvenanceEntity;
}

/** Results of many workers, written together. */
@Injectable()
export class OutcomeRepository {
  constructor(private readonly db: Database) {}

  /** Ids of those that are now being finished; durable when it returns. */
  async finish(claims: readonly (Claim & { readonly upload: string | null })[]): Promise<Set<string>> {
    const rows = await this.db.alone<{ id: string }>(FINISH, [
      claims.map(({ generationId }) => generationId),
      claims.map(({ fence }) => fence),
      claims.map(({ upload }) => upload),
      ...FINISH_STEP,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Locks flows, then clips and leases; answers for the clips whose lease is in force. */
  async lock(tx: Tx, claims: readonly Claim[]): Promise<Map<string, HeldClip>> {
    const ids = claims.map(({ generationId }) => generationId);
    await tx.run(LOCK_FLOWS_OF, [ids]);
    const rows = await tx.query<HeldClip & Record<string, unknown>>(LOCK_HELD, [
      ids,
      claims.map(({ fence }) => fence),
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** They must be locked and being finished. */
  async deliver(tx: Tx, made: readonly Made[]): Promise<void> {
    const files = made.flatMap((one) => one.files);
    await tx.run(DELIVER, [
      made.map(({ id }) => id),
      made.map(({ model }) => model),
      ...SUCCEED_STEP,
      files.map(({ generationId }) => generationId),
      files.map(({ kind }) => kind),
      files.map(({ key }) => key),
      files.map(({ sha256 }) => sha256),
      files.map(({ bytes }) => bytes),
      files.map(({ contentType }) => contentType),
    ]);
    await tx.manager.insert(
      ProvenanceEntity,
      made.map(({ provenance }) => provenance),
    );
  }
}
