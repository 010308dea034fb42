import { toJsonInteger } from '../../../kernel/money';
import { available } from '../../../kernel/workflow';
import { binWorkflow } from '../domain/bin.workflow';
import type { BinEntity } from './bin.entity';
import {
  USE_KINDS,
  type BinLineView,
  type BinNoteView,
  type RetentionRuleView,
  type StorageUseView,
} from './bin.dto';
import type { BinLine } from './bin.repository';

const ARTIST = { roles: ['artist'] } as const;
const OFFERED: readonly string[] = ['restore', 'empty'];

/** A clip without a row is stored. */
export function binNote(row: Pick<BinEntity, 'state' | 'goesAt'> | null): BinNoteView {
  return { state: row?.state ?? 'stored', goesAt: row?.goesAt?.toISOString() ?? null };
}

export function binLineView(line: BinLine): BinLineView {
  const { id, programId, prompt, seconds, resolution, draft, state } = line;
  const verbs = available(binWorkflow, state, ARTIST, { boundBy: null });
  return {
    ...binNote(line),
    id,
    programId,
    prompt,
    seconds,
    resolution,
    draft,
    bytes: toJsonInteger(line.bytes),
    poster: state === 'emptied' ? null : `/api/v1/generations/${id}/poster`,
    since: line.updatedAt.toISOString(),
    available: verbs.filter((verb) => OFFERED.includes(verb)),
  };
}

export function storageUseView(
  lines: readonly { kind: string; count: number; bytes: bigint }[],
  rules: readonly RetentionRuleView[],
): StorageUseView {
  const kinds = USE_KINDS.flatMap((kind) => {
    const line = lines.find((one) => one.kind === kind);
    return line === undefined ? [] : [{ kind, count: line.count, bytes: toJsonInteger(line.bytes) }];
  });
  return { bytes: kinds.reduce((sum, { bytes }) => sum + bytes, 0), kinds, rules: [...rules] };
}
