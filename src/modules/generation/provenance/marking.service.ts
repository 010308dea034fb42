import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { ProvenanceSigner } from '../../../platform/provenance/provenance-signer';
import { BlobStore } from '../../../platform/storage/blob-store';
import { ProgramService, type MarkPolicy } from '../../program';
import { labelOf } from '../domain/caption';
import { manifestOf, PARENT_DEFINITION, SOURCE_TYPES, type Origin } from '../domain/manifest';
import type { RenderedFiles, VideoProvider } from '../domain/provider';
import type { FileEntity } from '../file.entity';
import type { FinishedClip } from '../finishing/finishing.service';
import type { GenerationEntity } from '../generation.entity';
import { DeliveryService } from '../pool/delivery.service';
import { readBack } from './file-check.service';
import type { ProvenanceEntity } from './provenance.entity';
import { ProvenanceRepository } from './provenance.repository';

/** Who made it, as the manifest says. */
export interface Maker {
  readonly kind: VideoProvider['kind'];
  readonly model: string;
}

export interface Marked {
  readonly files: readonly FileEntity[];
  readonly provenance: ProvenanceEntity;
}

/** Signed last, stored, and read back from where it was stored: what is delivered is what the mark policy promises. */
@Injectable()
export class MarkingService {
  constructor(
    private readonly programs: ProgramService,
    private readonly signer: ProvenanceSigner,
    private readonly deliveries: DeliveryService,
    private readonly blobs: BlobStore,
    private readonly provenance: ProvenanceRepository,
  ) {}

  /** Throws when the promise cannot be kept; then nothing is left in the store. */
  async mark(row: GenerationEntity, fence: bigint, clip: FinishedClip, maker: Maker): Promise<Marked> {
    const policy = await this.programs.markPolicy(row.programId, undefined, row.createdAt);
    const origin = await this.originOf(row, clip, maker, policy);
    const files: RenderedFiles = policy.c2pa ? await this.sign(clip, origin) : clip;
    const stored = await this.deliveries.store(row, fence, files);
    try {
      return { files: stored, provenance: await this.verify(row, stored, clip, origin, policy) };
    } catch (error) {
      await this.deliveries.remove(stored);
      throw error;
    }
  }

  private async originOf(
    row: GenerationEntity,
    { original }: FinishedClip,
    { kind, model }: Maker,
    policy: MarkPolicy,
  ): Promise<Origin> {
    const hasParent = policy.c2pa && original !== null && (await this.signer.read(original)).found;
    const credit =
      policy.c2pa && policy.artistCredit ? await this.provenance.findCreditLine(row.enrollmentId) : null;
    return {
      generationId: row.id,
      parameters: { ...row, seed: Number(row.seed) },
      kind,
      model,
      mark: row.mark,
      policy,
      credit,
      hasParent,
      at: new Date(),
    };
  }

  private async sign(
    { video, poster, sheet, original, directory }: FinishedClip,
    origin: Origin,
  ): Promise<RenderedFiles> {
    const target = path.join(directory, 'signed.mp4');
    const parent =
      origin.hasParent && original !== null ? { file: original, definition: PARENT_DEFINITION } : null;
    await this.signer.sign({ source: video, target, manifest: manifestOf(origin), parent });
    return { video: target, poster, sheet };
  }

  /** Every byte comes back from the store: hashes of all files, and signature and hash of the manifest. */
  private async verify(
    row: GenerationEntity,
    stored: readonly FileEntity[],
    { directory }: FinishedClip,
    origin: Origin,
    policy: MarkPolicy,
  ): Promise<ProvenanceEntity> {
    for (const { kind, key, sha256 } of stored) {
      const found = await readBack(this.blobs, key, path.join(directory, `stored-${kind}`));
      if (found !== sha256) throw new Error(`the stored ${kind} is not the file that was written`);
    }
    const video = stored.find(({ kind }) => kind === 'video');
    if (video === undefined) throw new Error('there is no video to deliver');
    const facts = {
      generationId: row.id,
      programId: row.programId,
      sha256: video.sha256,
      sourceType: SOURCE_TYPES[origin.kind],
      mark: row.mark,
      label: labelOf(origin.kind, row.mark),
      policyId: policy.id,
      hasParent: origin.hasParent,
      credit: origin.credit,
      verifiedAt: new Date(),
    };
    if (!policy.c2pa) return { ...facts, ...UNSIGNED };
    const reading = await this.signer.read(path.join(directory, 'stored-video'));
    if (!reading.found) throw new Error('the stored file carries no manifest');
    if (!reading.isValid || reading.label === null || reading.json === null)
      throw new Error(`the manifest of the stored file is not valid: ${reading.failures.join(', ')}`);
    const { kind, name, fingerprint } = await this.signer.status();
    return {
      ...facts,
      manifest: reading.label,
      manifestStore: reading.json,
      signerKind: kind,
      signerName: name,
      signerFingerprint: fingerprint,
      isTrusted: reading.isTrusted,
    };
  }
}

const UNSIGNED = {
  manifest: null,
  manifestStore: null,
  signerKind: null,
  signerName: null,
  signerFingerprint: null,
  isTrusted: false,
} as const;
