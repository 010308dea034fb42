import { ApiProperty } from '@nestjs/swagger';
import type { NoticeEntity } from './notice.entity';

/** Something you were told. */
export class NoticeView {
  /** Id, `ntc_…`. */
  id: string;

  /** What it is about, such as `submission.declined`. */
  kind: string;

  /** One line. */
  title: string;

  /** What happened and what to do next. */
  text: string;

  /** Path in the portal where to go on. */
  link: string;

  /** When it was told. */
  createdAt: string;

  /** When you read it; null: not yet. */
  @ApiProperty({ type: String, nullable: true })
  readAt: string | null;
}

export class NoticePage {
  @ApiProperty({ type: NoticeView, isArray: true })
  items: NoticeView[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;

  /** How many of all your notices you have not read. */
  unread: number;
}

export class ReadNoticesView {
  /** How many were unread before. */
  read: number;
}

export function noticeView(row: NoticeEntity): NoticeView {
  const { id, kind, title, text, link, createdAt, readAt } = row;
  return {
    id,
    kind,
    title,
    text,
    link,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
