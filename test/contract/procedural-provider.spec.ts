import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type {
  ProviderCheck,
  RenderedFiles,
  VideoRequest,
} from '../../src/modules/generation/domain/provider';
import { ProceduralProvider } from '../../src/modules/generation/providers/procedural/procedural.provider';
import { decodeFully } from '../../src/platform/media/decode';
import { FfmpegLocator, type Ffmpeg } from '../../src/platform/media/ffmpeg';
import { probeVideo } from '../../src/platform/media/probe';
import { ticketOf } from '../support/ticket';

jest.setTimeout(120_000);

const REQUEST: VideoRequest = {
  requestId: 'one',
  prompt: 'ocean at sunset',
  negativePrompt: null,
  style: 'cinematic',
  seconds: 1,
  width: 640,
  height: 360,
  fps: 24,
  seed: 7,
  draft: false,
  reference: null,
  parameters: {},
  mark: { text: 'Atelier', place: 'bottom_right' },
};

const locator = new FfmpegLocator({
  configured: process.env.FFMPEG_PATH ?? null,
  searchPath: process.env.PATH ?? '',
});
let directory: string;
let ffmpeg: Ffmpeg;

beforeAll(async () => {
  const finding = await locator.find();
  if (!finding.found) throw new Error(finding.reason);
  ffmpeg = finding.ffmpeg;
});

beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'procedural-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

function provider(ffmpegFrom: FfmpegLocator = locator, stallSeconds = 60): ProceduralProvider {
  return new ProceduralProvider({
    ffmpeg: ffmpegFrom,
    workDirectory: directory,
    renderWorkers: 1,
    stallSeconds,
  });
}

/** Checks until the render has ended; hands every state on the way to `watch`. */
async function ending(
  from: ProceduralProvider,
  ticket: string,
  watch: (check: ProviderCheck) => void = () => undefined,
): Promise<ProviderCheck> {
  for (;;) {
    const check = await from.check(ticket);
    watch(check);
    if (check.state !== 'running') return check;
    await wait(10);
  }
}

async function rendered(from: ProceduralProvider, request: VideoRequest): Promise<RenderedFiles> {
  const check = await ending(from, ticketOf(await from.submit(request)));
  if (check.state !== 'done') throw new Error(JSON.stringify(check));
  return check.files;
}

/** A program that answers ffmpeg's capability questions truthfully and misbehaves when asked to encode. */
async function impostor(behaviour: string): Promise<FfmpegLocator> {
  const file = path.join(directory, 'impostor.sh');
  const script = `#!/bin/sh\ncase "$*" in *-version*|*-encoders*|*-filters*) exec "${ffmpeg.path}" "$@";; esac\n${behaviour}\n`;
  await writeFile(file, script);
  await chmod(file, 0o755);
  return new FfmpegLocator({ configured: file, searchPath: '' });
}

async function leftovers(): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.startsWith('procedural-'));
}

async function failure(
  ffmpegFrom: FfmpegLocator,
  part: Partial<VideoRequest> = {},
  stallSeconds = 60,
): Promise<ProviderCheck> {
  const from = provider(ffmpegFrom, stallSeconds);
  const check = await ending(from, ticketOf(await from.submit({ ...REQUEST, ...part })));
  expect(await leftovers()).toEqual([]);
  return check;
}

describe('a clip of the procedural provider', () => {
  it.each<[string, Partial<VideoRequest>]>([
    ['widescreen', {}],
    ['upright at 30 frames a second', { width: 360, height: 640, fps: 30, style: 'neon', prompt: 'city' }],
    [
      'square at 25 frames a second',
      { width: 360, height: 360, fps: 25, style: 'anime', prompt: 'forest', mark: null },
    ],
    [
      'scope as a draft',
      { width: 860, height: 360, draft: true, style: 'watercolor', prompt: 'dunes', seconds: 1.5 },
    ],
  ])('has exactly the size, length and rate that were asked for, %s', async (_, part) => {
    const request = { ...REQUEST, ...part };
    const files = await rendered(provider(), request);
    const frames = Math.round(request.seconds * request.fps);
    const probe = await probeVideo(files.video);
    expect(probe).toMatchObject({
      ok: true,
      facts: { width: request.width, height: request.height, frames, codec: 'avc', hasAudio: false },
    });
    if (!probe.ok) throw new Error(probe.reason);
    expect(probe.facts.fps).toBeCloseTo(request.fps, 3);
    expect(probe.facts.seconds).toBeCloseTo(frames / request.fps, 3);
    expect(await decodeFully(ffmpeg, files.video, { timeoutMs: 30_000, untrusted: false })).toEqual({
      ok: true,
      frames,
    });
  });

  it('comes with a poster and a contact sheet, and starts with its index', async () => {
    const files = await rendered(provider(), REQUEST);
    for (const file of [files.poster!, files.sheet!]) {
      const bytes = await readFile(file);
      expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
      expect(bytes.length).toBeGreaterThan(2000);
    }
    const bytes = await readFile(files.video);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    expect(bytes.includes('procedural')).toBe(true);
    expect(bytes.includes('Lavf')).toBe(false);
  });

  it('is the same for the same seed and another for another', async () => {
    const [first, again, other] = await Promise.all(
      [7, 7, 8].map(async (seed, index) => {
        const files = await rendered(provider(), { ...REQUEST, requestId: `seed ${index}`, seed });
        return readFile(files.video);
      }),
    );
    expect(again!.equals(first!)).toBe(true);
    expect(other!.equals(first!)).toBe(false);
  });

  it('carries the label even when no mark was asked for', async () => {
    const marked = await rendered(provider(), { ...REQUEST, requestId: 'marked' });
    const plain = await rendered(provider(), { ...REQUEST, requestId: 'plain', mark: null });
    expect(await readdir(path.dirname(marked.video))).toEqual(
      expect.arrayContaining(['label.txt', 'mark.txt']),
    );
    expect(await readdir(path.dirname(plain.video))).not.toContain('mark.txt');
    expect(await readFile(path.join(path.dirname(plain.video), 'label.txt'), 'utf8')).toBe(
      'procedural preview · not model output',
    );
  });

  it('that was cut short is told from a whole one', async () => {
    const { video } = await rendered(provider(), REQUEST);
    const bytes = await readFile(video);
    await writeFile(video, bytes.subarray(0, bytes.length - 1000));
    expect(await probeVideo(video)).toMatchObject({
      ok: false,
      reason: 'the file ends 1000 bytes too early',
    });
    expect((await decodeFully(ffmpeg, video, { timeoutMs: 30_000, untrusted: false })).ok).toBe(false);
  });
});

describe('a render in progress', () => {
  it('reports progress that never falls and ends with the processor time it took', async () => {
    const steps: number[] = [];
    const from = provider();
    const check = await ending(from, ticketOf(await from.submit({ ...REQUEST, seconds: 6 })), (seen) => {
      if (seen.state === 'running') steps.push(seen.progress);
    });
    expect(check).toMatchObject({ state: 'done', cpuSeconds: expect.any(Number) });
    expect(steps.every((step, index) => step >= (steps[index - 1] ?? 0) && step <= 1)).toBe(true);
    expect(new Set(steps).size).toBeGreaterThan(2);
    // From early on: an encoder's own report may hold back until the contact sheet at the end.
    expect(steps.some((step) => step > 0 && step < 0.5)).toBe(true);
  });

  it('is found again by its request id, and begun anew once discarded', async () => {
    const from = provider();
    const ticket = ticketOf(await from.submit(REQUEST));
    expect(ticketOf(await from.submit({ ...REQUEST }))).toBe(ticket);
    expect(ticketOf(await from.submit({ ...REQUEST, requestId: 'two' }))).not.toBe(ticket);
    await from.discard(ticket);
    expect(ticketOf(await from.submit(REQUEST))).not.toBe(ticket);
    await Promise.all(
      [REQUEST.requestId, 'two'].map(async (requestId) =>
        from.discard(ticketOf(await from.submit({ ...REQUEST, requestId }))),
      ),
    );
  });

  it('can be cancelled at any time and more than once, and leaves nothing behind', async () => {
    const from = provider();
    const ticket = ticketOf(await from.submit({ ...REQUEST, seconds: 60 }));
    await wait(300);
    await Promise.all([from.cancel(ticket), from.cancel(ticket)]);
    await from.cancel(ticket);
    expect(await from.check(ticket)).toMatchObject({ state: 'failed', code: 'CANCELLED' });
    expect(await leftovers()).toEqual([]);
  });

  it('is forgotten with its files when discarded, finished or not', async () => {
    const from = provider();
    const finished = ticketOf(await from.submit(REQUEST));
    await ending(from, finished);
    const running = ticketOf(await from.submit({ ...REQUEST, requestId: 'two', seconds: 60 }));
    for (const ticket of [finished, running, running]) await from.discard(ticket);
    expect(await leftovers()).toEqual([]);
    expect(await from.check(finished)).toEqual({ state: 'unknown' });
    expect(await from.check(running)).toEqual({ state: 'unknown' });
  });
});

describe('a render that cannot come out', () => {
  it('may be tried again when there is no ffmpeg, and says how to get one', async () => {
    const missing = new FfmpegLocator({ configured: '/nowhere/ffmpeg', searchPath: '' });
    expect(await provider(missing).unavailable()).toMatch(/FFMPEG_PATH/);
    expect(await failure(missing)).toMatchObject({
      state: 'failed',
      code: 'TRANSIENT',
      message: expect.stringMatching(/Install/),
    });
  });

  it('may be tried again when the encoder is killed', async () => {
    expect(await failure(await impostor('kill -9 $$'))).toMatchObject({ state: 'failed', code: 'TRANSIENT' });
  });

  it('may be tried again when the encoder is killed in the middle of its work', async () => {
    const killed = await impostor(`head -c 3000000 >/dev/null; kill -9 $$`);
    expect(await failure(killed, { seconds: 5 })).toMatchObject({ state: 'failed', code: 'TRANSIENT' });
  });

  it('may be tried again when the disk is full', async () => {
    const full = await impostor(
      'cat >/dev/null; echo "[error] video.mp4: No space left on device" >&2; exit 1',
    );
    expect(await failure(full)).toMatchObject({
      state: 'failed',
      code: 'TRANSIENT',
      message: expect.stringMatching(/full/),
    });
  });

  it('times out when the encoder takes no more frames', async () => {
    expect(await failure(await impostor('exec sleep 60'), { seconds: 5 }, 1)).toMatchObject({
      state: 'failed',
      code: 'TIMEOUT',
    });
  });

  it('is a bad output when the encoder leaves early without a word', async () => {
    expect(await failure(await impostor('head -c 1000 >/dev/null; exit 0'))).toMatchObject({
      state: 'failed',
      code: 'BAD_OUTPUT',
    });
  });

  it('is never tried again when the request itself is wrong', async () => {
    expect(await failure(locator, { width: 641 })).toMatchObject({ state: 'failed', code: 'INVALID_INPUT' });
  });
});

describe('the work directory', () => {
  it('may have any name, as ffmpeg never reads it from a filter', async () => {
    const odd = path.join(directory, "a 'quoted': [name], 100%");
    const from = new ProceduralProvider({ ffmpeg: locator, workDirectory: odd, renderWorkers: 1 });
    const files = await rendered(from, REQUEST);
    expect((await stat(files.video)).size).toBeGreaterThan(1000);
  });
});
