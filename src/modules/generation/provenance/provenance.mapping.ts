import type { SignerStatus } from '../../../platform/provenance/provenance-signer';
import { trainingUseOf } from '../domain/manifest-facts';
import type { MadeWith, ManifestView, ProvenanceView, SignerView } from './provenance.dto';
import type { ProvenanceEntity } from './provenance.entity';

export const madeWithOf = ({ sourceType }: Pick<ProvenanceEntity, 'sourceType'>): MadeWith | null =>
  sourceType === null ? null : sourceType === 'algorithmicMedia' ? 'procedural' : 'model';

function manifestView(row: ProvenanceEntity): ManifestView | null {
  if (row.manifest === null) return null;
  return {
    label: row.manifest,
    signer: row.signerName ?? '',
    signedWith: row.signerKind ?? 'self_made',
    isTrusted: row.isTrusted,
    fingerprint: row.signerFingerprint ?? '',
    trainingUse: trainingUseOf(row.manifestStore),
    hasSource: row.hasParent,
    credit: row.credit,
  };
}

export function provenanceView(row: ProvenanceEntity, model: string | null): ProvenanceView {
  return {
    madeWith: madeWithOf(row),
    model,
    sha256: row.sha256,
    mark: row.mark,
    label: row.label,
    manifest: manifestView(row),
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
  };
}

export function signerView({ notAfter, ...status }: SignerStatus): SignerView {
  return { ...status, notAfter: notAfter.toISOString(), isVouchedFor: status.kind !== 'self_made' };
}
