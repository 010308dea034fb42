import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { PressLinkEntity } from './press-link.entity';
import { COUNT_OPEN_LINKS, FIND_OPEN_LINK, OPEN_LINK, REVOKE_LINK, REVOKE_LINKS } from './press-link.sql';

export interface OpenLink extends Record<string, unknown> {
  readonly submissionId: string;
  readonly label: string;
  readonly expiresAt: Date;
}

@Injectable()
export class PressLinkRepository {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async listOf(submissionId: string): Promise<PressLinkEntity[]> {
    return this.db.manager.find(PressLinkEntity, {
      where: { submissionId },
      order: { id: 'DESC' },
      take: 200,
    });
  }

  async countOpen(submissionIds: readonly string[], tx?: Tx): Promise<Map<string, number>> {
    const values = [submissionIds];
    const rows = await (tx === undefined
      ? this.db.read<{ id: string; count: number }>(COUNT_OPEN_LINKS, values)
      : tx.query<{ id: string; count: number }>(COUNT_OPEN_LINKS, values));
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  async insert(
    tx: Tx,
    link: Pick<PressLinkEntity, 'id' | 'submissionId' | 'personId' | 'label' | 'expiresAt'>,
  ): Promise<void> {
    await tx.manager.insert(PressLinkEntity, link);
  }

  /** Counts one opening; `null`: over or ended. */
  async open(id: string): Promise<OpenLink | null> {
    return (await this.db.alone<OpenLink>(OPEN_LINK, [id]))[0] ?? null;
  }

  /** Without counting: a page asks for its clip and its picture as well. */
  async find(id: string): Promise<OpenLink | null> {
    return (await this.db.read<OpenLink>(FIND_OPEN_LINK, [id]))[0] ?? null;
  }

  /** `false`: there is none of this person. */
  async revoke(tx: Tx, id: string, personId: string): Promise<boolean> {
    return (await tx.run(REVOKE_LINK, [id, personId])) > 0;
  }

  async revokeAll(tx: Tx, submissionId: string): Promise<void> {
    await tx.run(REVOKE_LINKS, [submissionId]);
  }
}
