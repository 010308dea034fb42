import { Transform, type TransformCallback } from 'node:stream';

const NEWLINE = 10;
const QUOTE = 34;

export interface LineOptions {
  readonly head: string;
  /** Instead of Postgres' newline between two rows. */
  readonly between: string;
  /** What stands behind the last row, when there is one; then `tail`. */
  readonly end: string;
  readonly tail: string;
  /** A newline between quotes belongs to a value. */
  readonly isQuoted: boolean;
  /** Told how many rows have passed. */
  readonly onRows: (rows: number) => void;
}

/**
 * What COPY writes, with other line ends, a head and a tail. Chunks are looked through once and never become text, so a
 * million rows cost little more than their bytes.
 */
export class LineStream extends Transform {
  private rows = 0;
  private isInside = false;
  private isBehindRow = false;
  private readonly between: Buffer;

  constructor(private readonly options: LineOptions) {
    super();
    this.between = Buffer.from(options.between);
    this.push(options.head);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const parts: Buffer[] = [];
    if (this.isBehindRow && chunk.length > 0) parts.push(this.between);
    let from = 0;
    let quote = this.options.isQuoted ? chunk.indexOf(QUOTE) : -1;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, end + 1)) {
      for (; quote !== -1 && quote < end; quote = chunk.indexOf(QUOTE, quote + 1))
        this.isInside = !this.isInside;
      if (this.isInside) continue;
      parts.push(chunk.subarray(from, end));
      from = end + 1;
      this.rows += 1;
      if (from < chunk.length) parts.push(this.between);
    }
    for (; quote !== -1; quote = chunk.indexOf(QUOTE, quote + 1)) this.isInside = !this.isInside;
    if (from < chunk.length) parts.push(chunk.subarray(from));
    this.isBehindRow = chunk.length > 0 ? from === chunk.length : this.isBehindRow;
    this.options.onRows(this.rows);
    done(null, Buffer.concat(parts));
  }

  override _flush(done: TransformCallback): void {
    done(null, (this.rows > 0 ? this.options.end : '') + this.options.tail);
  }
}
