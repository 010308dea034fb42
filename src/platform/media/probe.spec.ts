import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { boxLength, findCut, probeVideo } from './probe';

function box(type: string, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32BE(size, 0);
  bytes.write(type, 4, 'latin1');
  return bytes;
}

describe('the parts of an MP4 file', () => {
  it('have the length they say, short or long, or reach to the end', () => {
    expect(boxLength(box('ftyp', 24), 100)).toBe(24);
    const long = box('mdat', 16);
    long.writeUInt32BE(1, 0);
    long.writeBigUInt64BE(5_000_000_000n, 8);
    expect(boxLength(long, 100)).toBe(5_000_000_000);
    const open = box('mdat', 16);
    open.writeUInt32BE(0, 0);
    expect(boxLength(open, 77)).toBe(77);
  });

  it('are damaged when shorter than their own head', () => {
    const bad = box('free', 16);
    bad.writeUInt32BE(4, 0);
    expect(boxLength(bad, 100)).toBeNull();
    expect(boxLength(Buffer.alloc(3), 3)).toBeNull();
  });
});

describe('a file that was cut short', () => {
  let directory: string;
  beforeAll(async () => (directory = await mkdtemp(path.join(os.tmpdir(), 'probe-'))));
  afterAll(() => rm(directory, { recursive: true }));

  it('is told from a whole one by its parts', async () => {
    const whole = path.join(directory, 'whole');
    const cut = path.join(directory, 'cut');
    const bytes = Buffer.concat([box('ftyp', 24), box('moov', 100), box('mdat', 500)]);
    await writeFile(whole, bytes);
    await writeFile(cut, bytes.subarray(0, 400));
    expect(await findCut(whole)).toBeNull();
    expect(await findCut(cut)).toBe('the file ends 224 bytes too early');
  });

  it('is reported like a file that is no video or is not there', async () => {
    const noise = path.join(directory, 'noise');
    await writeFile(noise, box('free', 64));
    expect(await probeVideo(noise)).toMatchObject({ ok: false });
    expect(await probeVideo(path.join(directory, 'none'))).toEqual({
      ok: false,
      reason: 'the file does not exist',
    });
  });
});
