import { Injectable } from '@nestjs/common';
import { EarningRepository } from './earning.repository';

/** How long it takes from the fact that earned money to the money. */
@Injectable()
export class DaysToCashService {
  constructor(private readonly earnings: EarningRepository) {}

  /**
   * Median days from earned to paid, of earnings with one of these causes that were paid; `null`: none was.
   * `programId` `null` counts every programme.
   */
  async median(causeTypes: readonly string[], programId: string | null): Promise<number | null> {
    return this.earnings.medianDaysToPaid(causeTypes, programId);
  }
}
