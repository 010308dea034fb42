import path from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { Readiness } from '../health/readiness';
import { C2paSigner } from './c2pa-signer';
import { ProvenanceSigner } from './provenance-signer';

function makeSigner(settings: Settings, readiness: Readiness): ProvenanceSigner {
  const signer = new C2paSigner({
    folder: path.resolve(settings.dataDir, 'c2pa'),
    certificates: settings.c2paCertificates ?? null,
    privateKey: settings.c2paPrivateKey ?? null,
    serviceUrl: settings.c2paSignerUrl ?? null,
    serviceToken: settings.c2paSignerToken ?? null,
    command: settings.c2paSignerCommand ?? null,
    anchors: settings.c2paTrustAnchors ?? null,
  });
  // Shown, not vital: without it no clip is delivered that must carry a manifest, and everything else works.
  const fault = async (): Promise<string | null> =>
    signer.status().then(
      (status) => status.fault,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  readiness.add('provenance', fault, false);
  return signer;
}

@Global()
@Module({
  providers: [{ provide: ProvenanceSigner, inject: [Settings, Readiness], useFactory: makeSigner }],
  exports: [ProvenanceSigner],
})
export class ProvenanceModule {}
