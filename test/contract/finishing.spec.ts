import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  FinishingService,
  type Finishing,
  type Ordered,
} from '../../src/modules/generation/finishing/finishing.service';
import type { Settings } from '../../src/platform/config/settings';
import { runConfined } from '../../src/platform/media/confined';
import { decodeFully } from '../../src/platform/media/decode';
import { FfmpegLocator, type Ffmpeg } from '../../src/platform/media/ffmpeg';
import { probeVideo } from '../../src/platform/media/probe';

jest.setTimeout(120_000);

/** Tests must run on any ffmpeg; what an old one may do in earnest is a test of its own. */
const locator = new FfmpegLocator({
  configured: process.env.FFMPEG_PATH ?? null,
  searchPath: process.env.PATH ?? '',
  trustsOldBuilds: true,
});
const ORDER: Ordered = {
  width: 640, height: 360, fps: 24, seconds: 2, draft: false, mark: { text: 'Early access', place: 'top_left' },
}; // prettier-ignore

let directory: string;
let ffmpeg: Ffmpeg;
let finishing: FinishingService;
const file = (name: string): string => path.join(directory, name);

function make(name: string, args: string): string {
  const run = spawnSync(ffmpeg.path, ['-v', 'error', '-y', ...args.split(' '), file(name)]);
  if (run.status !== 0) throw new Error(run.stderr.toString());
  return file(name);
}

const source = (size = '640x360', rate = 24, seconds = 2): string =>
  `-f lavfi -i testsrc=s=${size}:r=${rate}:d=${seconds} -pix_fmt yuv420p -movflags +faststart`;
const clip = (name: string, ...of: Parameters<typeof source>): string =>
  make(name, `${source(...of)} -c:v libx264 -preset ultrafast`);

const finish = (video: string, order: Partial<Ordered> = {}): Promise<Finishing> =>
  finishing.finish({ ...ORDER, ...order }, { video, poster: null, sheet: null }, 'model');

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'finishing-'));
  const finding = await locator.find();
  if (!finding.found) throw new Error(finding.reason);
  ffmpeg = finding.ffmpeg;
  finishing = new FinishingService({ dataDir: directory } as Settings, locator);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Whatever was refused leaves nothing behind. */
const leftovers = async (): Promise<string[]> => readdir(file('work')).catch(() => []);

describe('a clip from outside', () => {
  test('becomes H.264 that starts at once, without sound or foreign words, with poster and contact sheet', async () => {
    const noisy = make(
      'noisy.mp4',
      `-f lavfi -i testsrc=s=648x364:r=24:d=2.2 -f lavfi -i sine=d=2.2 -pix_fmt yuv420p -c:v libx264 -c:a aac -metadata title=secret`,
    );
    const done = await finish(noisy);
    if (!done.ok) throw new Error(done.reason);
    const { video, poster, sheet, original } = done.clip;
    expect(await probeVideo(video)).toMatchObject({
      ok: true,
      facts: { width: 640, height: 360, frames: 48, codec: 'avc', hasAudio: false },
    });
    const bytes = await readFile(video);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    expect(bytes.includes('secret')).toBe(false);
    for (const still of [poster, sheet])
      expect((await readFile(still)).subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(original).toBe(noisy);
    expect(await decodeFully(ffmpeg, video, { timeoutMs: 30_000, untrusted: false })).toEqual({
      ok: true,
      frames: 48,
    });
    await finishing.discard(done.clip);
    expect(await leftovers()).toEqual([]);
  });

  test('carries the mark in the corner that the policy names, and nothing without one', async () => {
    const grey = make(
      'grey.mp4',
      '-f lavfi -i color=c=gray:s=640x360:r=24:d=2 -pix_fmt yuv420p -c:v libx264',
    );
    const brightest = async (mark: Ordered['mark'], crop: string): Promise<number> => {
      const done = await finish(grey, { mark });
      if (!done.ok) throw new Error(done.reason);
      const args = [
        '-v',
        'error',
        '-i',
        done.clip.video,
        '-vf',
        `crop=${crop},format=gray`,
        '-frames:v',
        '1',
        '-f',
        'rawvideo',
        '-',
      ];
      const pixels = spawnSync(ffmpeg.path, args).stdout;
      await finishing.discard(done.clip);
      return Math.max(...pixels);
    };
    const [topLeft, bottomRight] = ['320:60:0:0', '320:60:320:300'];
    const mark = { text: 'Early access', place: 'top_left' } as const;
    expect(await brightest(mark, topLeft)).toBeGreaterThan(190);
    expect(await brightest(mark, bottomRight)).toBeLessThan(150);
    expect(await brightest(null, topLeft)).toBeLessThan(150);
  });
});

const PLAYLIST = (target: string): string =>
  `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n${target}\n#EXT-X-ENDLIST\n`;

describe('what is no honest clip', () => {
  test.each<[string, RegExp, () => Promise<string> | string, Partial<Ordered>?]>([
    ['cut short', /ends \d+ bytes too early/, async () => {
      const bytes = await readFile(clip('whole.mp4'));
      await writeFile(file('cut.mp4'), bytes.subarray(0, bytes.length - 5_000));
      return file('cut.mp4');
    }],
    ['whole on the outside and overwritten inside', /cannot be decoded/, async () => {
      const bytes = await readFile(clip('whole.mp4'));
      const at = bytes.indexOf('mdat') + 4;
      randomBytes(bytes.length - at - 16).copy(bytes, at);
      await writeFile(file('overwritten.mp4'), bytes);
      return file('overwritten.mp4');
    }],
    ['of random bytes', /no MP4 file/, async () => {
      await writeFile(file('noise.mp4'), randomBytes(50_000));
      return file('noise.mp4');
    }],
    ['empty', /empty/, async () => {
      await writeFile(file('empty.mp4'), '');
      return file('empty.mp4');
    }],
    ['a playlist of another artist’s film', /no MP4 file/, async () => {
      await writeFile(file('playlist.mp4'), PLAYLIST(clip('other.mp4')));
      return file('playlist.mp4');
    }],
    ['a script that joins files', /no MP4 file/, async () => {
      await writeFile(file('concat.mp4'), `ffconcat version 1.0\nfile '${clip('other.mp4')}'\n`);
      return file('concat.mp4');
    }],
    ['a page of HTML', /no MP4 file/, async () => {
      await writeFile(file('page.mp4'), '<!doctype html><title>502 Bad Gateway</title>');
      return file('page.mp4');
    }],
    ['in a codec that is not taken', /encoded as/, () => make('mpeg4.mp4', `${source()} -c:v mpeg4`)],
    ['far too large a picture', /640×360/, () => clip('wide.mp4', '1280x720')],
    ['too long', /lasts 4\.00 s/, () => clip('long.mp4', '640x360', 24, 4)],
    ['at another rate', /frames per second/, () => clip('fast.mp4', '640x360', 30)],
    ['with more bytes than any such clip', /more than any such clip/, async () => {
      const bytes = await readFile(clip('whole.mp4'));
      await writeFile(file('padded.mp4'), Buffer.concat([bytes, Buffer.alloc(90_000_000)]));
      return file('padded.mp4');
    }],
    ['with an index that claims gigabytes', /index claims/, async () => {
      const head = Buffer.from('00000010667479706d703432000000007fffffff6d6f6f76', 'hex');
      await writeFile(file('index.mp4'), Buffer.concat([head, Buffer.alloc(500)]));
      return file('index.mp4');
    }],
  ])('%s is sent back with the reason', async (_, reason, prepare) => {
    const result = await finish(await prepare());
    expect(result).toMatchObject({ ok: false, code: 'BAD_OUTPUT' });
    expect(!result.ok && result.reason).toMatch(reason);
    expect(await leftovers()).toEqual([]);
  }); // prettier-ignore

  test('a small index around enormous pictures is not decoded', async () => {
    // The track says 640×360; the pictures inside are sixteen times as large, as a decompression bomb would have it.
    const bytes = await readFile(clip('bomb-source.mp4', '2560x1440', 24, 2));
    for (const box of ['tkhd', 'avc1']) {
      const at = bytes.indexOf(box);
      if (box === 'tkhd') {
        bytes.writeUInt32BE(640 << 16, at + 4 + 76);
        bytes.writeUInt32BE(360 << 16, at + 4 + 80);
      } else {
        bytes.writeUInt16BE(640, at + 4 + 24);
        bytes.writeUInt16BE(360, at + 4 + 26);
      }
    }
    await writeFile(file('bomb.mp4'), bytes);
    const result = await finish(file('bomb.mp4'));
    expect(result).toMatchObject({ ok: false, code: 'BAD_OUTPUT' });
    expect(await leftovers()).toEqual([]);
  });

  test('a playlist is not followed by the decoder either, whatever it is called', async () => {
    await writeFile(file('hls.mp4'), PLAYLIST(clip('other.mp4')));
    expect(await decodeFully(ffmpeg, file('hls.mp4'), { timeoutMs: 30_000, untrusted: false })).toMatchObject(
      { ok: false },
    );
  });

  test('an old ffmpeg opens nothing from outside, and says what to do', async () => {
    const old = {
      find: () => Promise.resolve({ found: true, ffmpeg: { ...ffmpeg, mayDecodeUntrusted: false } }),
    };
    const strict = new FinishingService({ dataDir: directory } as Settings, old as unknown as FfmpegLocator);
    const result = await strict.finish(
      ORDER,
      { video: clip('fine.mp4'), poster: null, sheet: null },
      'model',
    );
    expect(result).toMatchObject({ ok: false, code: 'TRANSIENT' });
    expect(!result.ok && result.reason).toContain('Install version 5 or newer');
  });
});

describe('a confined program', () => {
  const limits = { memoryMb: 512, cpuSeconds: 1, fileMb: 1, timeoutMs: 20_000 };
  const run = (script: string, part: Partial<typeof limits> = {}) =>
    runConfined('/bin/sh', ['-c', script], { ...limits, ...part }, directory);

  test('ends at each of its limits with a reason', async () => {
    expect(await run('echo done')).toEqual({ ok: true, output: 'done\n', errors: '' });
    expect(await run('while :; do :; done')).toEqual({
      ok: false,
      reason: 'it used more processor time or memory than it may',
    });
    expect(await run('exec sleep 30', { timeoutMs: 300 })).toEqual({
      ok: false,
      reason: 'it took longer than 0.3 s',
    });
    expect((await run('head -c 5000000 /dev/zero > big')).ok).toBe(false);
    const hungry = `exec ${process.execPath} -e 'Buffer.alloc(3e9).fill(1)'`;
    expect((await run(hungry, { cpuSeconds: 30 })).ok).toBe(false);
  });

  test('knows nothing of our secrets', async () => {
    process.env.ATELIER_TEST_SECRET = 'hidden';
    const { output } = (await run('env')) as { output: string };
    delete process.env.ATELIER_TEST_SECRET;
    expect(output).not.toContain('hidden');
  });
});
