import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { TermsVersionView, termsView, type Terms } from '../program';
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

/** The terms in force as one artist meets them. */
export class EnrollmentTermsView {
  /** The terms in force, every clause, with version and hash. */
  @ApiProperty({ type: TermsVersionView })
  terms: TermsVersionView;

  /** The newest terms that the artist accepted. */
  @ApiProperty({ type: ConsentView, nullable: true })
  consent: ConsentView | null;

  /** Whether those are the ones in force. */
  isAccepted: boolean;

  /** The clauses in force on one screen. */
  @ApiProperty({ type: ObligationsView })
  obligations: ObligationsView;
}

export function consentView({ termsId, termsVersion, hash, at }: ConsentLine): ConsentView {
  return { termsId, version: termsVersion, hash, at: at.toISOString() };
}

const lines = (obligations: readonly Obligation[]): ObligationView[] =>
  obligations.map((one) => ({ ...one }));

export function enrollmentTermsView(
  terms: Terms,
  consent: ConsentLine | undefined,
  card: ObligationsCard,
): EnrollmentTermsView {
  return {
    terms: termsView(terms),
    consent: consent === undefined ? null : consentView(consent),
    isAccepted: consent?.termsId === terms.id,
    obligations: {
      may: lines(card.may),
      mayNot: lines(card.mayNot),
      applies: lines(card.applies),
      always: [...card.always],
    },
  };
}
