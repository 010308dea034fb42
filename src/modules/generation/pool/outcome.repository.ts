import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import type { SettlementWords } from '../../ledger';
import { etaMissed, generationMoved } from '../contract';
import { GRACE_SECONDS } from '../domain/lateness';
import { stepOf } from '../domain/generation.workflow';
import type { FileEntity } from '../file.entity';
import type { ProvenanceEntity } from '../provenance/provenance.entity';
import { DELIVER, FINISH } from './outcome.sql';

const FINISH_STEP = stepOf('finish', 'processing');

/** Which right a result comes with. */
export interface Claim {
  readonly generationId: string;
  readonly fence: bigint;
}

/** One clip with what is stored for it, what spends its holds, and ids for the events it may become. */
export interface Made extends Claim {
  readonly id: string;
  readonly model: string;
  readonly files: readonly FileEntity[];
  readonly provenance: ProvenanceEntity;
  readonly settlements: readonly SettlementWords[];
  readonly moved: string;
  readonly missed: string;
}

/** What became of it, and how long it took where it was expected to take `cost`. Seconds. */
export interface DeliveredClip {
  readonly id: string;
  readonly outcome: 'done' | 'late' | 'wrong';
  readonly provider: string;
  readonly resolution: string;
  readonly seconds: number;
  readonly cost: number;
  readonly took: number;
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

  /** Each clip once. Durable when it returns. */
  async deliver(made: readonly Made[]): Promise<DeliveredClip[]> {
    if (made.length === 0) return [];
    return this.db.alone<DeliveredClip & Record<string, unknown>>(DELIVER, [
      JSON.stringify(made.map((one) => wordsOf(one))),
      GRACE_SECONDS,
      [generationMoved.name, etaMissed.name],
    ]);
  }
}

function wordsOf({ fence, files, provenance, ...rest }: Made): object {
  return {
    ...rest,
    fence: String(fence),
    files: files.map(({ kind, key, sha256, bytes, contentType }) => ({
      kind, key, sha256, bytes: String(bytes), content_type: contentType,
    })),
    provenance: columnsOf(provenance),
  }; // prettier-ignore
}

/** As the table names them: `programId` is in `program_id`. */
function columnsOf(provenance: ProvenanceEntity): object {
  const named = Object.entries(provenance).map(([key, value]: [string, unknown]) => [
    key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ]);
  return Object.fromEntries(named) as object;
}
