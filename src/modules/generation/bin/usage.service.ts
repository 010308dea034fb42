import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { PolicyService, ProgramService } from '../../program';
import { BinRepository } from './bin.repository';
import type { StorageUseView } from './bin.dto';
import { storageUseView } from './bin.mapping';

/** What the files of an artist take, by what they are, and by which rules they go. */
@Injectable()
export class UsageService {
  constructor(
    private readonly bin: BinRepository,
    private readonly policies: PolicyService,
    private readonly programs: ProgramService,
  ) {}

  async of(actor: Actor): Promise<StorageUseView> {
    const [lines, rules, programIds] = await Promise.all([
      this.bin.usage(actor.id),
      this.policies.retention(),
      this.bin.listPrograms(actor.id),
    ]);
    const cards = await this.programs.cards(programIds);
    return storageUseView(
      lines,
      programIds.flatMap((id) => {
        const [rule, name] = [rules.get(id), cards.get(id)?.name];
        return rule === undefined || name === undefined ? [] : [{ programId: id, program: name, ...rule }];
      }),
    );
  }
}
