import { VOID_REASONS } from '../domain/void.workflow';
import type { PayTakenView } from './void.dto';
import type { VoidEntity } from './void.entity';

/** Pay taken back for one item or seat, once it is; while it is proposed staff alone know. */
export function payTaken(
  subjectId: string,
  isOwner: boolean,
  voids: readonly VoidEntity[],
): PayTakenView | null {
  const found = voids.find((row) => row.subjectId === subjectId);
  if (found === undefined || (isOwner && found.state !== 'confirmed')) return null;
  const { id, state, reason, facts } = found;
  return { voidId: id, state, reason, says: VOID_REASONS[reason], facts };
}
