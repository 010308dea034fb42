import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { pdfOf } from '../../../platform/pdf/pdf';
import { programRefusals, type Program, type Terms } from '../contract';
import type { TermsLine } from '../domain/governing';
import { materialReasons } from '../domain/materiality';
import { clauseOf, termsFindings } from '../domain/terms';
import { termsOf } from '../domain/versions';
import { maySeeDrafts } from '../domain/visibility';
import { ProgramService } from '../program.service';
import { VersionRepository } from '../version.repository';
import {
  changesView,
  lintView,
  type CompareQuery,
  type LintBody,
  type LintView,
  type TermsChangesView,
  type TermsFormat,
} from './terms.dto';
import { clauseChanges, termsMarkdown, termsParagraphs } from './terms.mapping';

/** Versions of the terms: to read, to compare, to take along, and what each means for those who accepted another. */
@Injectable()
export class TermsService {
  constructor(
    private readonly programs: ProgramService,
    private readonly versions: VersionRepository,
  ) {}

  /** The last one published, in force or announced; refuses `nothing_published`. */
  async newest(programId: string, tx?: Tx): Promise<Terms> {
    const stored = await this.versions.findNewest(programId, 'terms', tx);
    if (stored === null) throw refusal(programRefusals, 'nothing_published', { kind: 'terms' });
    return termsOf(stored);
  }

  /** The version of this id; refuses `not_found`. */
  async byId(id: string): Promise<Terms> {
    const stored = await this.versions.findById(id);
    if (stored?.kind !== 'terms') throw refusal(programRefusals, 'not_found');
    return termsOf(stored);
  }

  /** Every version of these programmes, oldest first: what `governing` asks for. */
  async lines(programIds: readonly string[], tx?: Tx): Promise<Map<string, TermsLine[]>> {
    const lines = new Map<string, TermsLine[]>();
    for (const { programId, ...line } of await this.versions.listTerms(programIds, tx))
      lines.set(programId, [...(lines.get(programId) ?? []), line]);
    return lines;
  }

  /** One version by its number; that of a draft programme only for those who prepare it. */
  async read(me: Actor, idOrSlug: string, version: number): Promise<Terms> {
    return this.version(await this.visible(me, idOrSlug), version);
  }

  /** What changed between two versions, clause by clause and word by word. */
  async compare(me: Actor, idOrSlug: string, { from, to }: CompareQuery): Promise<TermsChangesView> {
    const program = await this.visible(me, idOrSlug);
    const later = to === undefined ? await this.newest(program.id) : await this.version(program, to);
    const before = from ?? later.version - 1;
    const earlier = before === 0 ? null : await this.version(program, before);
    return changesView(earlier, later, clauseChanges(earlier?.clauses ?? [], later.clauses));
  }

  /** A version to take along; the same version is the same bytes. */
  async file(
    me: Actor,
    idOrSlug: string,
    version: number,
    format: TermsFormat,
  ): Promise<{ name: string; bytes: Buffer }> {
    const program = await this.visible(me, idOrSlug);
    const terms = await this.version(program, version);
    const name = `${program.slug}-terms-${version}.${format}`;
    if (format === 'md') return { name, bytes: Buffer.from(termsMarkdown(program, terms), 'utf8') };
    const title = `${program.name}: terms, version ${version}`;
    return { name, bytes: await pdfOf(title, terms.publishedAt, termsParagraphs(program, terms)) };
  }

  /** What keeps clauses from being published, while they are being written. */
  async lint(me: Actor, idOrSlug: string, body: LintBody): Promise<LintView> {
    const program = await this.visible(me, idOrSlug);
    const stored = await this.versions.findNewest(program.id, 'terms');
    const before = stored === null ? [] : termsOf(stored).clauses;
    const clauses = body.clauses.map(clauseOf);
    return lintView(
      termsFindings(clauses),
      stored === null ? [] : materialReasons(before, clauses),
      clauseChanges(before, clauses),
      stored?.version ?? 0,
    );
  }

  private async version(program: Program, version: number): Promise<Terms> {
    const stored = await this.versions.find(program.id, 'terms', version);
    if (stored === null) throw refusal(programRefusals, 'not_found');
    return termsOf(stored);
  }

  private async visible(me: Actor, idOrSlug: string): Promise<Program> {
    const program = await this.programs.get(idOrSlug);
    if (program.state === 'draft' && !maySeeDrafts(me)) throw refusal(programRefusals, 'not_found');
    return program;
  }
}
