import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SignerKind } from '../../../platform/provenance/provenance-signer';
import type { SourceType } from '../domain/manifest';
import type { VisibleMark } from '../domain/provider';

/** What is known of the origin of one delivered clip, and when that was last found true of the stored file. */
@Entity('generation_provenance')
export class ProvenanceEntity {
  @PrimaryColumn({ type: 'text', name: 'generation_id' })
  generationId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  /** Of the delivered video, hex. Kept when the file is not kept any more. */
  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'text', name: 'source_type', nullable: true })
  sourceType: SourceType | null;

  /** What was burnt in: the mark of the policy; `null`: none. */
  @Column({ type: 'jsonb', nullable: true })
  mark: VisibleMark | null;

  /** The label of the picture, burnt in with or without a mark. */
  @Column({ type: 'text', nullable: true })
  label: string | null;

  /** The mark policy it was made under; `null` for clips from before this was noted. */
  @Column({ type: 'text', name: 'policy_id', nullable: true })
  policyId: string | null;

  /** Label of the active manifest; `null`: the file carries none. */
  @Column({ type: 'text', nullable: true })
  manifest: string | null;

  /** The manifest store as it was read back from the stored file. */
  @Column({ type: 'jsonb', name: 'manifest_store', nullable: true })
  manifestStore: object | null;

  @Column({ type: 'text', name: 'signer_kind', nullable: true })
  signerKind: SignerKind | null;

  @Column({ type: 'text', name: 'signer_name', nullable: true })
  signerName: string | null;

  /** sha256 of the signer's certificate, hex. */
  @Column({ type: 'text', name: 'signer_fingerprint', nullable: true })
  signerFingerprint: string | null;

  /** Whether the signer's chain ends at a root that this installation was told to trust. */
  @Column({ type: 'boolean', name: 'is_trusted' })
  isTrusted: boolean;

  /** Whether the model's own manifest is inside as the one it was made from. */
  @Column({ type: 'boolean', name: 'has_parent' })
  hasParent: boolean;

  /** The artist's name in the manifest. */
  @Column({ type: 'text', nullable: true })
  credit: string | null;

  @Column({ type: 'timestamptz', name: 'verified_at', nullable: true })
  verifiedAt: Date | null;
}
