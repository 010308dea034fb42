import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/database';
import { NoticeEntity } from './notice.entity';

export type NewNotice = Pick<
  NoticeEntity,
  'id' | 'personId' | 'eventId' | 'kind' | 'title' | 'text' | 'link'
>;

/**
 * Caller: NoticeService.tell, in the transaction of the event's delivery.
 * Index: unique (event_id, kind).
 * Twice: the second insert does nothing and returns no row.
 */
const INSERT_NOTICE = `
  INSERT INTO notice_notices (id, person_id, event_id, kind, title, text, link) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (event_id, kind) DO NOTHING RETURNING id`;

/**
 * Caller: NoticeService.read and readAll; $2 narrows to one notice.
 * Index: primary key; notice_notices_unread.
 * Twice: the second finds nothing unread; the first time stays.
 */
const READ = `UPDATE notice_notices SET read_at = now() WHERE person_id = $1 AND read_at IS NULL AND ($2::text IS NULL OR id = $2)`;

@Injectable()
export class NoticeRepository {
  constructor(private readonly db: Database) {}

  /** `false`: this event has told its notice before. */
  async insert(tx: Tx, notice: NewNotice): Promise<boolean> {
    const { id, personId, eventId, kind, title, text, link } = notice;
    return (await tx.query(INSERT_NOTICE, [id, personId, eventId, kind, title, text, link])).length === 1;
  }

  /** Newest first: up to `limit` older than the notice `before`. */
  async list(personId: string, before: string | null, limit: number): Promise<NoticeEntity[]> {
    const notices = this.db.manager
      .createQueryBuilder(NoticeEntity, 'notice')
      .where('notice.person_id = :personId', { personId });
    if (before !== null) notices.andWhere('notice.id < :before', { before });
    return notices.orderBy('notice.id', 'DESC').limit(limit).getMany();
  }

  async countUnread(personId: string): Promise<number> {
    const sql = 'SELECT count(*)::int AS count FROM notice_notices WHERE person_id = $1 AND read_at IS NULL';
    const [row] = await this.db.read<{ count: number }>(sql, [personId]);
    return row?.count ?? 0;
  }

  async findOwn(personId: string, id: string): Promise<NoticeEntity | null> {
    return this.db.manager.findOneBy(NoticeEntity, { id, personId });
  }

  /** Marks one (`id`) or all unread notices of a person as read; how many were not before. */
  async markRead(tx: Tx, personId: string, id: string | null): Promise<number> {
    return tx.run(READ, [personId, id]);
  }
}
