import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { DAY, later } from '../../../kernel/clock';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { PolicyService, RETENTION_DEFAULTS } from '../../program';
import { generationRefusals } from '../contract';
import { binWorkflow } from '../domain/bin.workflow';
import { GenerationRepository } from '../generation.repository';
import { binLineView, binNote } from './bin.mapping';
import type { BinNoteView, BinPage, BinQuery } from './bin.dto';
import { BinRepository } from './bin.repository';

/** Under which name the audit log has each. */
const ACTS = { put: 'generation.put_in_bin', restore: 'generation.restore' } as const;
type OwnVerb = keyof typeof ACTS;

/** What artists do with the files of their own clips before time does it for them. */
@Injectable()
export class BinService {
  constructor(
    private readonly db: Database,
    private readonly bin: BinRepository,
    private readonly generations: GenerationRepository,
    private readonly policies: PolicyService,
    private readonly audit: AuditService,
  ) {}

  /** Own clips that go, are in the bin or have gone; newest first. */
  async list(actor: Actor, { state, cursor, limit }: BinQuery): Promise<BinPage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const page = toPage(
      await this.bin.list(actor.id, [state], before, limit + 1),
      limit,
      ({ id }) => [id],
      binLineView,
    );
    return { ...page, items: [...page.items] };
  }

  /** Where these clips are on their way out; those that are simply stored are missing from the map. */
  async notes(ids: readonly string[]): Promise<Map<string, BinNoteView>> {
    return new Map([...(await this.bin.listOf(ids))].map(([id, row]) => [id, binNote(row)]));
  }

  /**
   * Puts an own clip into the bin, or takes it back; its days are counted anew then. Asking again is success. Refuses
   * `not_found`, `no_file`, `is_kept`, `in_use`, `wrong_state`.
   */
  async act(actor: Actor, id: string, verb: OwnVerb): Promise<BinNoteView> {
    const rules = await this.policies.retention();
    return this.db.tx(async (tx) => {
      const { state, boundBy } = await this.begin(tx, actor, id);
      const decision = decide(binWorkflow, state, verb, actor, { boundBy });
      if (decision.kind === 'refused') {
        if (decision.code === 'in_use') throw refusal(generationRefusals, 'in_use', { boundBy });
        throw refusedMove(generationRefusals, decision.code, binWorkflow, state, verb);
      }
      if (decision.kind === 'move') {
        const now = new Date();
        const { programId } = (await this.generations.find(id, tx)) ?? { programId: '' };
        const { binDays } = rules.get(programId) ?? RETENTION_DEFAULTS;
        const goesAt = verb === 'put' ? later(now, binDays * DAY) : null;
        const countedFrom = verb === 'restore' ? now : null;
        await this.bin.move(tx, {
          id,
          verb,
          from: state,
          to: decision.to,
          actorId: actor.id,
          goesAt,
          countedFrom,
        });
        await this.audit.record(tx, actor, ACTS[verb], id);
      }
      return binNote(await this.bin.find(id, tx));
    });
  }

  /** A clip became a keeper, or is none any more: in the transaction that says so, under the lock of the clip. */
  async keep(tx: Tx, actor: Actor, id: string, isKeeper: boolean): Promise<void> {
    const row = await this.bin.find(id, tx);
    if (row?.state === 'emptied') throw refusal(generationRefusals, 'no_file');
    const from = row?.state ?? 'stored';
    const move = {
      id,
      from,
      to: 'stored',
      actorId: actor.id,
      goesAt: null,
      countedFrom: new Date(),
    } as const;
    if (isKeeper && from !== 'stored') await this.bin.move(tx, { ...move, verb: 'restore' });
    if (isKeeper) return;
    await this.bin.ensure(tx, id);
    await this.bin.countAnew(tx, id);
  }

  /** Locks an own clip that has files, with its row. */
  private async begin(tx: Tx, actor: Actor, id: string) {
    const clip = await this.generations.find(id, tx);
    if (clip === null || clip.personId !== actor.id) throw refusal(generationRefusals, 'not_found');
    await this.bin.lock(tx, [id]);
    if (((await this.generations.listFiles([id], tx)).get(id) ?? []).length === 0)
      throw refusal(generationRefusals, 'no_file');
    await this.bin.ensure(tx, id);
    const row = await this.bin.find(id, tx);
    const boundBy = (await this.bin.boundBy([id], tx)).get(id) ?? null;
    return { state: row?.state ?? ('stored' as const), boundBy };
  }
}
