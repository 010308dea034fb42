import path from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { BlobStore } from './blob-store';
import { DiskStore } from './disk.store';

@Global()
@Module({
  providers: [
    {
      provide: BlobStore,
      inject: [Settings],
      useFactory: (settings: Settings) => new DiskStore(path.resolve(settings.dataDir, 'files')),
    },
  ],
  exports: [BlobStore],
})
export class StorageModule {}
