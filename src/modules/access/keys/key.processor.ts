import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { retireKeys } from './key.jobs';
import { KeysService } from './keys.service';

@Injectable()
export class KeyProcessor {
  constructor(private readonly keys: KeysService) {}

  @Handles(retireKeys)
  async retire(): Promise<void> {
    await this.keys.retire();
  }
}
