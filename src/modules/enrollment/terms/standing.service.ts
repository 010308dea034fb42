import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Tx } from '../../../platform/db/database';
import {
  clauseChanges,
  clauseChangeView,
  clauseEnd,
  governing,
  ProgramService,
  TermsService,
  type Program,
  type Terms,
} from '../../program';
import { enrollmentTermsView, type EnrollmentTermsView } from '../consent.dto';
import { ConsentRepository, type ConsentLine } from '../consent.repository';
import { obligationsCard, type BindingClause } from '../domain/obligations';
import type { EnrollmentEntity } from '../enrollment.entity';

/** Where a consent came from, kept with it as evidence. */
export interface Origin {
  readonly address: string;
  readonly agent: string;
}

type Row = Pick<EnrollmentEntity, 'id' | 'programId' | 'personId'>;

const bindingClauses = (terms: Terms, program: Program): BindingClause[] =>
  terms.clauses.map((clause) => ({ ...clause, until: clauseEnd(clause, program)?.at ?? null }));

/** What an artist has agreed to, what binds them by that, and what they are asked. */
@Injectable()
export class StandingService {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly programs: ProgramService,
    private readonly terms: TermsService,
  ) {}

  /** The terms that are accepted now: always the newest. */
  async asked(programId: string, tx?: Tx): Promise<Terms> {
    return this.terms.newest(programId, tx);
  }

  /** The consent to the newest version of each enrollment, by enrollment id. */
  async accepted(enrollmentIds: readonly string[]): Promise<Map<string, ConsentLine>> {
    return this.consents.listLatest(enrollmentIds);
  }

  /** Keeps a consent with where it came from; a second one to the same version changes nothing. */
  async keep(tx: Tx, row: Row, terms: Terms, origin: Origin): Promise<void> {
    await this.consents.insert(tx, {
      id: newId('con'),
      enrollmentId: row.id,
      personId: row.personId,
      termsId: terms.id,
      termsVersion: terms.version,
      hash: terms.hash,
      address: origin.address,
      agent: origin.agent.slice(0, 400),
    });
  }

  /** The terms that bind an artist now; before the first consent, and for strangers, those of the programme. */
  async governs(row: Row): Promise<Terms> {
    const [consents, lines] = await Promise.all([this.accepted([row.id]), this.terms.lines([row.programId])]);
    const accepted = consents.get(row.id)?.termsVersion ?? 0;
    const { governs } = governing(lines.get(row.programId) ?? [], accepted, new Date());
    return governs === null ? this.programs.terms(row.programId) : this.terms.byId(governs.id);
  }

  /** Everything about the terms on one page. */
  async reading(row: Row): Promise<EnrollmentTermsView> {
    const now = new Date();
    const [newest, program, consents, lines] = await Promise.all([
      this.terms.newest(row.programId),
      this.programs.get(row.programId),
      this.accepted([row.id]),
      this.terms.lines([row.programId]),
    ]);
    const consent = consents.get(row.id);
    const { governs, asks } = governing(lines.get(row.programId) ?? [], consent?.termsVersion ?? 0, now);
    const binding = governs === null || governs.id === newest.id ? newest : await this.terms.byId(governs.id);
    const changes = binding.id === newest.id ? [] : clauseChanges(binding.clauses, newest.clauses);
    return enrollmentTermsView(newest, {
      consent,
      governing:
        governs === null ? null : { termsId: governs.id, version: governs.version, hash: governs.hash },
      acceptBy: governs === null ? null : (asks?.effectiveAt ?? null),
      isAccepted: asks === null,
      changes: changes.map(clauseChangeView),
      card: obligationsCard(bindingClauses(binding, program), now),
    });
  }
}
