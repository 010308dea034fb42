import { refusal, type Refusal } from '../../../kernel/refusal';
import { DOCUMENTS, programRefusals, type Clause } from '../contract';
import { speechFaults } from './protected-speech';

/** Shape of a clause id: letters, a hyphen, a number, such as `RU-3`. */
export const CLAUSE_ID = /^[A-Z]{1,4}-[1-9]\d{0,2}$/;

/** The first reason why these clauses may not be published, or `null`. */
export function termsFault(clauses: readonly Clause[]): Refusal | null {
  const ids = clauses.map(({ id }) => id);
  const repeated = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  if (repeated.length > 0) return refusal(programRefusals, 'clause_repeated', { clauses: repeated });

  const missing = DOCUMENTS.filter((document) => !clauses.some((clause) => clause.document === document));
  if (missing.length > 0) return refusal(programRefusals, 'document_missing', { missing });

  const endless = clauses.filter((c) => c.document === 'confidentiality' && c.endsAt === undefined);
  if (endless.length > 0) {
    return refusal(programRefusals, 'confidentiality_without_end', { clauses: endless.map(({ id }) => id) });
  }

  const silencing = speechFaults(clauses);
  return silencing.length > 0 ? refusal(programRefusals, 'protected_speech', { clauses: silencing }) : null;
}
