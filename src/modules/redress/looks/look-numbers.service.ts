import { Injectable } from '@nestjs/common';
import { LOOK_STATES, type LookState } from '../domain/look.workflow';
import type { LookNumbersView } from './look.dto';
import { LookRepository } from './look.repository';

/** Fewer than this in a cell: it is not shown, or somebody could be recognised. */
const SMALLEST = 5;

/** What is public of second looks. */
@Injectable()
export class LookNumbersService {
  constructor(private readonly looks: LookRepository) {}

  /** Small cells are hidden; where only one would be, the smallest other one is hidden as well. */
  async of(programId: string | null): Promise<LookNumbersView> {
    const rows = await this.looks.count(programId);
    const of = (state: LookState) =>
      rows.filter((row) => row.state === state).reduce((sum, { count }) => sum + count, 0);
    const cells = LOOK_STATES.map((state) => ({ state, count: of(state) }));
    const hidden = cells.filter(({ count }) => count > 0 && count < SMALLEST);
    if (hidden.length === 1) {
      const rest = cells.filter(({ count }) => count >= SMALLEST).toSorted((a, b) => a.count - b.count);
      hidden.push(...rest.slice(0, 1));
    }
    const shown = (state: LookState) => (hidden.some((cell) => cell.state === state) ? null : of(state));
    return {
      looks: cells.reduce((sum, { count }) => sum + count, 0),
      open: shown('open'),
      confirmed: shown('confirmed'),
      rejected: shown('rejected'),
      lapsed: shown('lapsed'),
    };
  }
}
