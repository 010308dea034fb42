import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { decodeCursor, toPage } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { Database } from '../../platform/db/database';
import { may } from '../access';
import { BinService } from './bin/bin.service';
import { generationRefusals, type FileKind } from './contract';
import type { FileEntity } from './file.entity';
import type { GenerationPage, GenerationQuery, GenerationView } from './generation.dto';
import type { GenerationEntity } from './generation.entity';
import { viewOf } from './generation.mapping';
import { GenerationRepository } from './generation.repository';
import { MoveService } from './move.service';
import { BriefRepository } from './styles/brief.repository';
import { WithheldService } from './stopped/withheld.service';

/** What a caller sees of clips and does with their own. */
@Injectable()
export class ClipService {
  constructor(
    private readonly db: Database,
    private readonly generations: GenerationRepository,
    private readonly moves: MoveService,
    private readonly briefs: BriefRepository,
    private readonly withheld: WithheldService,
    private readonly bin: BinService,
  ) {}

  /** Own, or anybody's for staff who may read any. Refuses `not_found`. */
  async view(actor: Actor, id: string): Promise<GenerationView> {
    const row = await this.visible(actor, id);
    const [view] = await this.viewsOf(actor, [row]);
    return view as GenerationView;
  }

  /** Own clips, newest first. */
  async list(
    actor: Actor,
    { cursor, limit, state, keeper, project, batchId }: GenerationQuery,
  ): Promise<GenerationPage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const filter = {
      personId: actor.id,
      ...(state === undefined ? {} : { state }),
      ...(keeper === undefined ? {} : { isKeeper: keeper }),
      ...(project === undefined ? {} : { project }),
      ...(batchId === undefined ? {} : { batchId }),
    };
    const rows = await this.generations.list(filter, before, limit + 1);
    const page = toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
    return { items: await this.viewsOf(actor, page.items), next: page.next };
  }

  /** Views by id in the order given, for the live stream; what the actor may not see is left out. */
  async views(actor: Actor, ids: readonly string[]): Promise<GenerationView[]> {
    const rows = (await this.generations.listByIds(ids)).filter((row) => isVisible(actor, row));
    const byId = new Map((await this.viewsOf(actor, rows)).map((view) => [view.id, view]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Cancels an own clip that has not ended; its credits are free at once. Refuses `not_found`, `wrong_state`. */
  async cancel(actor: Actor, id: string): Promise<GenerationView> {
    await this.own(actor, id);
    await this.db.tx(async (tx) => {
      const row = await this.moves.lock(tx, id);
      await this.moves.act(tx, row, 'cancel', actor);
    });
    return this.view(actor, id);
  }

  /**
   * Marks an own finished clip usable, or takes the mark back. Refuses `not_found`, `not_finished`, `marked_unusable`,
   * `withheld`, and `no_file` when its files are gone. A keeper is in no bin.
   */
  async keep(actor: Actor, id: string, isKeeper: boolean): Promise<GenerationView> {
    await this.refuseWithheld(actor, await this.own(actor, id));
    await this.db.tx(async (tx) => {
      const row = await this.moves.lock(tx, id);
      if (row.state !== 'succeeded') throw refusal(generationRefusals, 'not_finished', { state: row.state });
      if (isKeeper && row.unusableReason !== null) throw refusal(generationRefusals, 'marked_unusable');
      if (row.isKeeper === isKeeper) return;
      await this.bin.keep(tx, actor, id, isKeeper);
      await this.generations.change(tx, id, { isKeeper });
    });
    return this.view(actor, id);
  }

  /** A delivered file. Refuses `not_found`, `withheld` and `no_file`. */
  async file(actor: Actor, id: string, kind: FileKind): Promise<FileEntity> {
    await this.refuseWithheld(actor, await this.visible(actor, id));
    const files = (await this.generations.listFiles([id])).get(id) ?? [];
    const file = files.find((candidate) => candidate.kind === kind);
    if (file === undefined) throw refusal(generationRefusals, 'no_file');
    return file;
  }

  private async visible(actor: Actor, id: string): Promise<GenerationEntity> {
    const row = await this.generations.find(id);
    if (row === null || !isVisible(actor, row)) throw refusal(generationRefusals, 'not_found');
    return row;
  }

  private async own(actor: Actor, id: string): Promise<GenerationEntity> {
    const row = await this.generations.find(id);
    if (row === null || row.personId !== actor.id) throw refusal(generationRefusals, 'not_found');
    return row;
  }

  private async refuseWithheld(actor: Actor, row: GenerationEntity): Promise<void> {
    const withheld = await this.withheld.from(actor, [row]);
    if (withheld.has(row.id)) throw refusal(generationRefusals, 'withheld');
  }

  private async viewsOf(actor: Actor, rows: readonly GenerationEntity[]): Promise<GenerationView[]> {
    const ids = rows.map((row) => row.id);
    const [files, bin, withheld, briefs] = await Promise.all([
      this.generations.listFiles(ids),
      this.bin.notes(ids),
      this.withheld.from(actor, rows),
      this.briefs.list(rows.map((row) => row.batchId)),
    ]);
    return rows.map((row) => {
      const brief = briefs.get(row.batchId) ?? null;
      const note = bin.get(row.id) ?? null;
      return viewOf(row, files.get(row.id) ?? [], actor, withheld.has(row.id), brief, note);
    });
  }
}

const isVisible = (actor: Actor, row: GenerationEntity): boolean =>
  row.personId === actor.id || may(actor, 'generation.read_any');
