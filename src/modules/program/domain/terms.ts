import { refusal, type Refusal } from '../../../kernel/refusal';
import { DOCUMENTS, programRefusals, type Clause, type Document } from '../contract';
import { speechFaults, type SpeechFault } from './protected-speech';

/** Shape of a clause id: letters, a hyphen, a number, such as `RU-3`. */
export const CLAUSE_ID = /^[A-Z]{1,4}-[1-9]\d{0,2}$/;

/** Everything that keeps clauses from being published, found while they are being written. */
export interface TermsFindings {
  readonly repeated: readonly string[];
  readonly missing: readonly Document[];
  readonly endless: readonly string[];
  readonly silencing: readonly SpeechFault[];
}

const isEndless = ({ document, endsAt, endsOn }: Clause): boolean =>
  document === 'confidentiality' && endsAt === undefined && endsOn === undefined;

export function termsFindings(clauses: readonly Clause[]): TermsFindings {
  const ids = clauses.map(({ id }) => id);
  return {
    repeated: [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))],
    missing: DOCUMENTS.filter((document) => !clauses.some((clause) => clause.document === document)),
    endless: clauses.filter(isEndless).map(({ id }) => id),
    silencing: speechFaults(clauses),
  };
}

/** The first reason why these clauses may not be published, or `null`. */
export function termsFault(clauses: readonly Clause[]): Refusal | null {
  const { repeated, missing, endless, silencing } = termsFindings(clauses);
  if (repeated.length > 0) return refusal(programRefusals, 'clause_repeated', { clauses: repeated });
  if (missing.length > 0) return refusal(programRefusals, 'document_missing', { missing });
  if (endless.length > 0)
    return refusal(programRefusals, 'confidentiality_without_end', { clauses: endless });
  return silencing.length > 0 ? refusal(programRefusals, 'protected_speech', { clauses: silencing }) : null;
}

/** A clause as it is kept: its end in one spelling, and no member that says nothing. */
export function clauseOf({ endsAt, endsOn, ...rest }: ClauseInput): Clause {
  const { id, document, title, text, summary, examples } = rest;
  return {
    id,
    document,
    title,
    text,
    summary,
    examples: [...examples],
    ...(endsAt === undefined || endsAt === null ? {} : { endsAt: new Date(endsAt).toISOString() }),
    ...(endsOn === undefined || endsOn === null ? {} : { endsOn }),
  };
}

/** What somebody wrote; `null` says as little as nothing. */
export type ClauseInput = Omit<Clause, 'endsAt' | 'endsOn'> & {
  readonly endsAt?: string | null;
  readonly endsOn?: Clause['endsOn'] | null;
};
