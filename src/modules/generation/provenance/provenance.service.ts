import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { EnrollmentService } from '../../enrollment';
import { ProgramService } from '../../program';
import { ClipService } from '../clip.service';
import { generationRefusals } from '../contract';
import { GenerationRepository } from '../generation.repository';
import type { CreditLineInput, CreditLineView, MadeWith, ProvenanceView } from './provenance.dto';
import { madeWithOf, provenanceView } from './provenance.mapping';
import { ProvenanceRepository } from './provenance.repository';

/** What is known of where clips come from, and whom their records name. */
@Injectable()
export class ProvenanceService {
  constructor(
    private readonly db: Database,
    private readonly provenance: ProvenanceRepository,
    private readonly generations: GenerationRepository,
    private readonly clips: ClipService,
    private readonly enrollments: EnrollmentService,
    private readonly program: ProgramService,
  ) {}

  /** Of a delivered clip, whoever asks: the caller has decided that they may. Refuses `no_file`. */
  async of(generationId: string): Promise<ProvenanceView> {
    const [row, clip] = await Promise.all([
      this.provenance.find(generationId),
      this.generations.find(generationId),
    ]);
    if (row === null) throw refusal(generationRefusals, 'no_file');
    return provenanceView(row, clip?.model ?? null);
  }

  /** Own, or anybody's for staff who may read any. Refuses `not_found`, `no_file`. */
  async view(actor: Actor, generationId: string): Promise<ProvenanceView> {
    await this.clips.view(actor, generationId);
    return this.of(generationId);
  }

  /** Width, height, length and what made it, within a transaction. Refuses `not_found`. */
  async shapeOf(
    tx: Tx,
    generationId: string,
  ): Promise<{ width: number; height: number; fps: number; seconds: number; madeWith: MadeWith | null }> {
    const shape = await this.provenance.shape(tx, generationId);
    if (shape === undefined) throw refusal(generationRefusals, 'not_found');
    const { sourceType, ...measures } = shape;
    return { ...measures, madeWith: madeWithOf({ sourceType }) };
  }

  /** The manifest store as it was read back from the stored file. Refuses `no_manifest`. */
  async manifestOf(generationId: string): Promise<object> {
    const store = (await this.provenance.find(generationId))?.manifestStore ?? null;
    if (store === null) throw refusal(generationRefusals, 'no_manifest');
    return store;
  }

  async manifest(actor: Actor, generationId: string): Promise<object> {
    await this.clips.view(actor, generationId);
    return this.manifestOf(generationId);
  }

  /** Refuses as EnrollmentService.activeOf. */
  async creditLine(actor: Actor, programId: string | undefined): Promise<CreditLineView> {
    const enrollment = await this.enrollments.activeOf(actor.id, programId);
    const [name, policy] = await Promise.all([
      this.provenance.findCreditLine(enrollment.id),
      this.program.markPolicy(enrollment.programId),
    ]);
    return { name, isOffered: policy.c2pa && policy.artistCredit };
  }

  /** Holds for clips delivered from now on; what is delivered stays as it is. */
  async setCreditLine(actor: Actor, { programId, name }: CreditLineInput): Promise<CreditLineView> {
    const enrollment = await this.enrollments.activeOf(actor.id, programId);
    await this.db.tx((tx) => this.provenance.setCreditLine(tx, enrollment.id, name));
    return this.creditLine(actor, enrollment.programId);
  }
}
