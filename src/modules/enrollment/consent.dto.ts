import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { ClauseChangeView, TermsVersionView, termsView, type Terms } from '../program';
import type { ConsentLine } from './consent.repository';
import type { Obligation, ObligationsCard } from './domain/obligations';

export class ConsentBody {
  /** Id of the terms in force, as they were shown. */
  @IsString()
  @MaxLength(60)
  termsId: string;

  /** Their hash, as it was shown: proof of what was read. */
  @Matches(/^[0-9a-f]{64}$/, { message: 'hash must be 64 hexadecimal digits' })
  hash: string;
}

export class ConsentView {
  /** Id of the terms that were accepted. */
  termsId: string;

  /** Their version. */
  version: number;

  /** Their hash. */
  hash: string;

  /** When they were accepted. */
  at: string;
}

export class ObligationView {
  /** Clause that says it. */
  clauseId: string;

  /** In plain words. */
  says: string;

  /** When it stops to bind; null while enrolled. */
  @ApiProperty({ type: String, nullable: true })
  until: string | null;

  /** What it means in practice. */
  examples: string[];
}

/** The obligations card: one screen. */
export class ObligationsView {
  /** What the artist may do. */
  @ApiProperty({ type: ObligationView, isArray: true })
  may: ObligationView[];

  /** What not. */
  @ApiProperty({ type: ObligationView, isArray: true })
  mayNot: ObligationView[];

  /** What else holds. */
  @ApiProperty({ type: ObligationView, isArray: true })
  applies: ObligationView[];

  /** What no clause can take away. */
  always: string[];
}

/** The version that binds an artist, whatever was published since. */
export class GoverningView {
  /** Id of the terms. */
  termsId: string;

  /** Their version. */
  version: number;

  /** Their hash. */
  hash: string;
}

/** The terms as one artist meets them. */
export class EnrollmentTermsView {
  /** The newest terms, every clause, with version and hash: what there is to accept. */
  @ApiProperty({ type: TermsVersionView })
  terms: TermsVersionView;

  /** The newest terms that the artist accepted. */
  @ApiProperty({ type: ConsentView, nullable: true })
  consent: ConsentView | null;

  /** Whether there is nothing to accept. */
  isAccepted: boolean;

  /** What binds the artist now; null before the first consent: nothing does. */
  @ApiProperty({ type: GoverningView, nullable: true })
  governing: GoverningView | null;

  /** Until when the change waits for an answer while work goes on; null: there is nothing to accept. */
  @ApiProperty({ type: String, nullable: true })
  acceptBy: string | null;

  /** What the newest terms change against those that bind, clause by clause; empty when they are the same. */
  @ApiProperty({ type: ClauseChangeView, isArray: true })
  changes: ClauseChangeView[];

  /** The clauses that bind on one screen; before the first consent those that would. */
  @ApiProperty({ type: ObligationsView })
  obligations: ObligationsView;
}

export function consentView({ termsId, termsVersion, hash, at }: ConsentLine): ConsentView {
  return { termsId, version: termsVersion, hash, at: at.toISOString() };
}

const lines = (obligations: readonly Obligation[]): ObligationView[] =>
  obligations.map((one) => ({ ...one, examples: [...one.examples] }));

/** What a view of the terms needs beside them. */
export interface TermsContext {
  readonly consent: ConsentLine | undefined;
  readonly governing: GoverningView | null;
  readonly acceptBy: Date | null;
  readonly isAccepted: boolean;
  readonly changes: readonly ClauseChangeView[];
  readonly card: ObligationsCard;
}

export function enrollmentTermsView(terms: Terms, context: TermsContext): EnrollmentTermsView {
  const { consent, governing, acceptBy, isAccepted, changes, card } = context;
  return {
    terms: termsView(terms),
    consent: consent === undefined ? null : consentView(consent),
    isAccepted,
    governing,
    acceptBy: acceptBy?.toISOString() ?? null,
    changes: [...changes],
    obligations: {
      may: lines(card.may),
      mayNot: lines(card.mayNot),
      applies: lines(card.applies),
      always: [...card.always],
    },
  };
}
