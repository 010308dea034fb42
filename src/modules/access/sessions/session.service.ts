import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { accessRefusals } from '../contract';
import { OpeningService } from './opening.service';
import { ownSessionView, type OwnSessionView, type SessionView } from './session.dto';
import { SessionRepository } from './session.repository';

/** Sessions that are open: shown to their owner, and ended. */
@Injectable()
export class SessionService {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionRepository,
    private readonly opening: OpeningService,
  ) {}

  /** The session of this request. Refuses (401) when it has just ended, or there is none (a key). */
  async current(id: string | null): Promise<SessionView> {
    if (id === null) throw refusal(accessRefusals, 'sign_in_required');
    return this.opening.view(id);
  }

  /** All live sessions of the caller, newest first. */
  async listOwn(me: Actor, current: string | null): Promise<OwnSessionView[]> {
    return (await this.sessions.listLive(me.id)).map((row) => ownSessionView(row, current));
  }

  /** Ends one session of the caller; refuses `not_found` for another's. Ending an ended one is success. */
  async end(me: Actor, id: string): Promise<void> {
    const row = await this.sessions.find(id);
    if (row === null || row.personId !== me.id) throw refusal(accessRefusals, 'not_found');
    await this.db.tx((tx) => this.sessions.revoke(tx, me.id, { only: id }));
  }

  /** Ends all sessions of the caller but the present one; the number that ended. */
  async endOthers(me: Actor, current: string | null): Promise<number> {
    return this.db.tx((tx) => this.sessions.revoke(tx, me.id, { except: current }));
  }

  /** Ends all sessions of somebody, as part of a larger transaction; the number that ended. */
  async endAllOf(tx: Tx, personId: string, except: string | null = null): Promise<number> {
    return this.sessions.revoke(tx, personId, { except });
  }
}
