import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { GalleryRepository } from './gallery.repository';

const MOST = 2_000;
/** A name of a person may change without a change of a work. Milliseconds. */
const LONGEST_MS = 30_000;

/** An answer as it goes out. */
export interface Answer {
  readonly body: string;
  /** Over the body, in quotes. */
  readonly etag: string;
  readonly type: string;
}

interface Entry {
  readonly revision: string;
  readonly until: number;
  readonly answer: Answer | null;
}

/**
 * Answers of the gallery, remembered under the revision of its works. The revision is read from the database with every
 * request: when an artist takes a work out, no process answers with what it showed before, not for a moment.
 */
@Injectable()
export class RememberedService {
  private readonly entries = new Map<string, Entry>();
  /** What is asked for once, deep in a list or far off, is made once and not remembered: that saves the look at the revision. */
  private readonly asked = new Set<string>();

  constructor(private readonly gallery: GalleryRepository) {}

  /** The answer of `key`, made anew when a work has changed since; `null` is remembered as well. */
  async answer(
    key: string,
    type: string,
    make: () => Promise<object | string | null>,
  ): Promise<Answer | null> {
    if (!this.asked.has(key)) {
      if (this.asked.size >= MOST) this.asked.clear();
      this.asked.add(key);
      const first = await make();
      return first === null ? null : answerOf(first, type);
    }
    // The revision first: what is made after it may be newer than it says, never older.
    const revision = await this.gallery.revision();
    const known = this.entries.get(key);
    if (known !== undefined && known.revision === revision && known.until > performance.now())
      return known.answer;
    const made = await make();
    const answer = made === null ? null : answerOf(made, type);
    if (this.entries.size >= MOST) this.entries.clear();
    this.entries.set(key, { revision, until: performance.now() + LONGEST_MS, answer });
    return answer;
  }
}

function answerOf(made: object | string, type: string): Answer {
  const body = typeof made === 'string' ? made : JSON.stringify(made);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return { body, etag, type };
}
