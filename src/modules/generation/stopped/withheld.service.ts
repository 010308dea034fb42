import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { may } from '../../access';
import type { GenerationEntity } from '../generation.entity';
import { StoppedKeyRepository } from './stopped-key.repository';

type Clip = Pick<GenerationEntity, 'id' | 'keyId'>;

/** Results of keys in quarantine: shown to those who look at the incident, to nobody else. */
@Injectable()
export class WithheldService {
  constructor(private readonly stopped: StoppedKeyRepository) {}

  /** Which of these clips `actor` may not have the files of; asks the database only for clips that a key asked for. */
  async from(actor: Pick<Actor, 'roles'>, clips: readonly Clip[]): Promise<ReadonlySet<string>> {
    const ids = clips.filter(({ keyId }) => keyId !== null).map(({ id }) => id);
    if (ids.length === 0 || may(actor, 'incident.manage')) return new Set();
    return this.stopped.listWithheld(ids);
  }
}
