import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { refusal } from '../../kernel/refusal';
import { decide, refusedMove } from '../../kernel/workflow';
import type { Tx } from '../../platform/db/database';
import { AuditService } from '../audit';
import { drawRefusals, type DrawKind } from './contract';
import { drawWorkflow, type DrawVerb } from './domain/draw.workflow';
import { asList, drawOrder, listDigest, seedHash } from './domain/drawing';
import { drawView, type DrawView } from './draw.dto';
import { entriesOf, type DrawEntity } from './draw.entity';
import { DrawRepository } from './draw.repository';

/** What a draw is for: one subject (a programme's round, a call, an event, a week of the showcase) has one draw. */
export interface DrawSubject {
  readonly kind: DrawKind;
  readonly subjectId: string;
}

/** Outcome of a draw: `order` is everybody, first place first; `winners` its first `places`. */
export interface DrawOutcome {
  readonly drawId: string;
  readonly winners: readonly string[];
  readonly order: readonly string[];
}

/**
 * Verifiable draws for every module: commit, freeze, reveal, each in the caller's transaction and safe twice. Callers
 * check who may; here stands only what makes a draw fair.
 */
@Injectable()
export class DrawService {
  constructor(
    private readonly draws: DrawRepository,
    private readonly audit: AuditService,
  ) {}

  /** Publishes the hash of a new seed. Refuses `draw.drawn_already` when the subject has a draw. */
  async commit(
    tx: Tx,
    actor: Actor,
    { kind, subjectId, title, places }: DrawSubject & { readonly title: string; readonly places: number },
  ): Promise<string> {
    const seed = randomBytes(32).toString('hex');
    const id = newId('drw');
    const row = { id, kind, subjectId, title, places, seedHash: seedHash(seed), state: drawWorkflow.initial };
    if (!(await this.draws.insert(tx, row, seed))) throw refusal(drawRefusals, 'drawn_already');
    await this.audit.record(tx, actor, 'draw.commit', id, {
      kind,
      subjectId,
      places,
      seedHash: row.seedHash,
    });
    return id;
  }

  /** Publishes the list. Refuses `draw.not_committed`, `draw.nobody_to_draw`, and `draw.list_changed` for a second, other list. */
  async freeze(tx: Tx, actor: Actor, subject: DrawSubject, entries: readonly string[]): Promise<string> {
    const row = await this.standing(tx, subject);
    const list = asList(entries);
    const digest = listDigest(list);
    const facts = { entries: list.length, isSameList: row.listDigest === null || row.listDigest === digest };
    const move = this.decided(row, 'freeze', actor, facts);
    if (move === null) {
      if (!facts.isSameList)
        throw refusal(drawRefusals, 'list_changed', { published: row.listDigest, found: digest });
      return digest;
    }
    await this.draws.freeze(tx, move, list, digest);
    await this.audit.record(tx, actor, 'draw.freeze', row.id, { entries: list.length, digest });
    return digest;
  }

  /**
   * Publishes the seed and with it the order. `entries` is the list as it is now: when it is not the one published, the
   * draw is refused (`draw.list_changed`). Called again it answers the same order.
   */
  async reveal(tx: Tx, actor: Actor, subject: DrawSubject, entries: readonly string[]): Promise<DrawOutcome> {
    const row = await this.standing(tx, subject);
    const found = listDigest(asList(entries));
    const isSameList = row.listDigest === found;
    if (row.listDigest !== null && !isSameList)
      throw refusal(drawRefusals, 'list_changed', { published: row.listDigest, found });
    const move = this.decided(row, 'reveal', actor, { entries: entries.length, isSameList });
    const seed = row.seed ?? (await this.draws.seed(tx, row.id));
    if (move !== null) {
      await this.draws.reveal(tx, move, seed);
      await this.audit.record(tx, actor, 'draw.reveal', row.id, { seed });
    }
    const order = drawOrder(seed, entriesOf(row));
    return { drawId: row.id, order, winners: order.slice(0, row.places) };
  }

  /** Ends a draw before its seed is known; it stays public as cancelled, with the reason in the audit log. */
  async cancel(tx: Tx, actor: Actor, subject: DrawSubject, reason: string): Promise<void> {
    const row = await this.standing(tx, subject);
    const move = this.decided(row, 'cancel', actor, { entries: 0, isSameList: true });
    if (move === null) return;
    await this.draws.cancel(tx, { ...move, note: { reason } });
    await this.audit.record(tx, actor, 'draw.cancel', row.id, { reason });
  }

  /** The standing draw of a subject, as everybody sees it. */
  async find({ kind, subjectId }: DrawSubject): Promise<DrawView | null> {
    const row = await this.draws.find(kind, subjectId);
    return row === null ? null : drawView(row);
  }

  /** The order of a draw whose seed is public, first place first; `null` where there is none. */
  async order({ kind, subjectId }: DrawSubject): Promise<readonly string[] | null> {
    const known = await this.draws.find(kind, subjectId);
    if (known?.state !== 'revealed' || known.seed === null) return null;
    return drawOrder(known.seed, entriesOf(await this.draws.get(known.id, true)));
  }

  private async standing(tx: Tx, { kind, subjectId }: DrawSubject): Promise<DrawEntity> {
    const row = await this.draws.lock(tx, kind, subjectId);
    if (row === null) throw refusal(drawRefusals, 'not_committed');
    return row;
  }

  /** `null`: it is there already. */
  private decided(
    row: DrawEntity,
    verb: DrawVerb,
    actor: Actor,
    facts: { entries: number; isSameList: boolean },
  ): { id: string; verb: DrawVerb; from: string; to: string; actor: Actor } | null {
    const decision = decide(drawWorkflow, row.state, verb, actor, facts);
    if (decision.kind === 'already') return null;
    if (decision.kind === 'move') return { id: row.id, verb, from: row.state, to: decision.to, actor };
    throw refusedMove(drawRefusals, decision.code, drawWorkflow, row.state, verb);
  }
}
