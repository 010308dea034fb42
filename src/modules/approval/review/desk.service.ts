import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { PLAIN_DESK, type DeskSettings } from './desk.dto';
import { DeskRepository } from './desk.repository';

/** A reviewer's own settings: they follow the person, not the browser. */
@Injectable()
export class DeskService {
  constructor(
    private readonly db: Database,
    private readonly desks: DeskRepository,
  ) {}

  async get(me: Actor): Promise<DeskSettings> {
    return { ...PLAIN_DESK, ...(await this.desks.find(me.id)) };
  }

  async keep(me: Actor, settings: DeskSettings): Promise<DeskSettings> {
    await this.db.tx((tx) => this.desks.keep(tx, me.id, settings));
    return this.get(me);
  }
}
