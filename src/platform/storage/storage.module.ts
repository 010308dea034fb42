import path from 'node:path';
import { Global, Module } from '@nestjs/common';
import { deriveKey, instanceSecret } from '../config/secret';
import { Settings } from '../config/settings';
import { BlobStore } from './blob-store';
import { DiskStore } from './disk.store';

/** Loaded only when set: the SDK is large, and most installations begin on a disk. */
function openStore(settings: Settings): BlobStore {
  const { s3Bucket: bucket, s3AccessKeyId: accessKeyId, s3SecretAccessKey: secretAccessKey } = settings;
  if (bucket === undefined)
    return new DiskStore(
      path.resolve(settings.dataDir, 'files'),
      deriveKey(instanceSecret(settings), 'file links'),
    );
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only when it is needed; a dynamic import would want an ES module
  const { S3Store } = require('./s3.store') as typeof import('./s3.store.js');
  return new S3Store({
    bucket,
    region: settings.s3Region,
    endpoint: settings.s3Endpoint,
    publicEndpoint: settings.s3PublicEndpoint,
    credentials:
      accessKeyId === undefined || secretAccessKey === undefined
        ? undefined
        : { accessKeyId, secretAccessKey },
  });
}

@Global()
@Module({
  providers: [{ provide: BlobStore, inject: [Settings], useFactory: openStore }],
  exports: [BlobStore],
})
export class StorageModule {}
