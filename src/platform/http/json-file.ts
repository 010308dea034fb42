import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

async function* members(rows: AsyncIterable<object>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    yield `${before}${JSON.stringify(row)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** A download of one JSON array that is written while `rows` are read, one row a line. `name` is Atelier's own. */
export function jsonFile(name: string, rows: AsyncIterable<object>): StreamableFile {
  return new StreamableFile(Readable.from(members(rows), { objectMode: true, highWaterMark: 64 }), {
    type: 'application/json; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
  });
}
