import { Injectable } from '@nestjs/common';
import { DrawService } from '../../draw';
import { PolicyService, ProgramService, type Program } from '../../program';
import { takesArtists } from '../domain/selection-facts';
import { placesDraw } from './drawing.service';

/** Which programmes select by themselves, and what was drawn. */
@Injectable()
export class SettlingLookup {
  constructor(
    private readonly programs: ProgramService,
    private readonly policies: PolicyService,
    private readonly draws: DrawService,
  ) {}

  async automatic(ids: readonly string[]): Promise<Program[]> {
    const found: Program[] = [];
    for (const program of (await this.programs.cards(ids)).values()) {
      if (!takesArtists(program)) continue;
      const selection = (await this.policies.review(program.id))?.selection;
      if (selection === 'first_come' || selection === 'draw') found.push(program);
    }
    return found;
  }

  async order(programId: string): Promise<readonly string[] | null> {
    return this.draws.order(placesDraw(programId));
  }
}
