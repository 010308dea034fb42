import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import { CredentialRepository, type KeyCredential } from './credential.repository';
import { KeyRepository } from './key.repository';
import { KeySecrets } from './key-secrets.service';

/** Finds the key that a secret stands for. */
@Injectable()
export class KeyLookupService {
  constructor(
    private readonly db: Database,
    private readonly credentials: CredentialRepository,
    private readonly keys: KeyRepository,
    private readonly secrets: KeySecrets,
    private readonly settings: Settings,
  ) {}

  /** Address of the portal; absent: that of the request. */
  get publicUrl(): string | undefined {
    return this.settings.publicUrl?.replace(/\/+$/, '');
  }

  hash(secret: string): Buffer {
    return this.secrets.hash(secret);
  }

  /** At most a second old. What was hashed under an earlier pepper is hashed anew when it is first used. */
  async find(secret: string): Promise<KeyCredential | null> {
    const [present, ...earlier] = this.secrets.hashes(secret) as [Buffer, ...Buffer[]];
    const key = await this.credentials.find(present);
    if (key !== null) return key;
    for (const hash of earlier) {
      const old = await this.credentials.find(hash);
      if (old === null) continue;
      await this.db.tx((tx) => this.keys.rehash(tx, old.id, present, this.secrets.pepper));
      return old;
    }
    return null;
  }
}
