import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { reportsRefusals } from '../contract';
import { ReadingService } from '../readings/reading.service';
import type { NewSavedFilterInput, SavedFilterView } from './saved-filter.dto';
import type { SavedFilterEntity } from './saved-filter.entity';
import { SavedFilterRepository } from './saved-filter.repository';

const MOST = 100;

/** Filters that people keep: their own, and what they share with everybody who reads the books. */
@Injectable()
export class SavedFilterService {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly saved: SavedFilterRepository,
    private readonly readings: ReadingService,
  ) {}

  async list(me: Actor): Promise<SavedFilterView[]> {
    return (await this.saved.list(me.id)).map((row) => viewOf(row, me));
  }

  /** Refuses filters that the reading does not have, `name_taken`, `too_many_filters`. */
  async create(me: Actor, input: NewSavedFilterInput, once: Once): Promise<SavedFilterView> {
    const { criteria } = this.readings.asked(input.reading, input.filters);
    return this.idempotency.run(once, async (tx) => {
      if ((await this.saved.count(tx, me.id)) >= MOST) throw refusal(reportsRefusals, 'too_many_filters');
      const { reading, name, isShared = false } = input;
      const row = { id: newId('flt'), personId: me.id, reading, name, filters: { ...criteria }, isShared };
      if (!(await this.saved.insert(tx, row))) throw refusal(reportsRefusals, 'name_taken', { name });
      return viewOf(row, me);
    });
  }

  /** Only one's own. */
  async share(me: Actor, id: string, isShared: boolean): Promise<SavedFilterView> {
    if (!(await this.db.tx((tx) => this.saved.setShared(tx, id, me.id, isShared))))
      throw refusal(reportsRefusals, 'not_found');
    return viewOf((await this.saved.find(id)) as SavedFilterEntity, me);
  }

  async remove(me: Actor, id: string): Promise<void> {
    if (!(await this.db.tx((tx) => this.saved.remove(tx, id, me.id))))
      throw refusal(reportsRefusals, 'not_found');
  }
}

function viewOf(row: Omit<SavedFilterEntity, 'createdAt'>, me: Actor): SavedFilterView {
  const { id, reading, name, filters, isShared, personId } = row;
  return { id, reading, name, filters, isShared, isMine: personId === me.id };
}
