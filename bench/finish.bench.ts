import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { videoOptions, type Picture } from '../src/modules/generation/domain/encoding';
import { manifestOf, type Origin } from '../src/modules/generation/domain/manifest';
import { FinishingService, type Ordered } from '../src/modules/generation/finishing/finishing.service';
import type { Settings } from '../src/platform/config/settings';
import { FfmpegLocator } from '../src/platform/media/ffmpeg';
import { C2paSigner } from '../src/platform/provenance/c2pa-signer';

const BAR = 1.25;
const ORDER: Ordered = {
  width: 1920,
  height: 1080,
  fps: 24,
  seconds: 10,
  draft: false,
  mark: { text: 'Early access', place: 'bottom_right' },
};
const PICTURE: Picture = { ...ORDER, frames: 240 };

/** Detail that moves everywhere, so that the encoder has work to do. */
const SOURCE = 'mandelbrot=s=1920x1080:r=24:end_scale=0.02';

/**
 * What finishing adds: mark, poster, contact sheet, signature, storing, reading back and verifying, against ffmpeg that
 * only decodes and encodes the same frames with the same settings. Processor seconds of this process and its children.
 */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'finish-bench-'));
  try {
    const ffmpeg = new FfmpegLocator({
      configured: process.env.FFMPEG_PATH ?? null,
      searchPath: process.env.PATH ?? '',
      trustsOldBuilds: true,
    });
    const finding = await ffmpeg.find();
    if (!finding.found) throw new Error(finding.reason);
    const source = path.join(folder, 'source.mp4');
    encode(finding.ffmpeg.path, [
      '-f',
      'lavfi',
      '-i',
      SOURCE,
      '-t',
      '10',
      '-pix_fmt',
      'yuv420p',
      '-crf',
      '16',
      source,
    ]);
    const finishing = new FinishingService({ dataDir: folder } as Settings, ffmpeg);
    const signer = new C2paSigner({ ...NOTHING, folder: path.join(folder, 'keys') });
    await finishOne(finishing, signer, source, folder);
    const rounds: { bare: number; finished: number }[] = [];
    for (let round = 0; round < (quick ? 1 : 5); round += 1) {
      const bare = await cpuOf(async () =>
        encode(finding.ffmpeg.path, [
          '-f',
          'mov',
          '-an',
          '-i',
          source,
          ...videoOptions(PICTURE, { threads: 0, comment: 'bare' }),
          path.join(folder, 'bare.mp4'),
        ]),
      );
      const finished = await cpuOf(() => finishOne(finishing, signer, source, folder));
      rounds.push({ bare, finished });
      process.stderr.write(
        `finish: bare ${bare.toFixed(2)} s, finished ${finished.toFixed(2)} s of processor time\n`,
      );
    }
    const ratio = median(rounds.map(({ bare, finished }) => finished / bare));
    return {
      bench: 'finish',
      ratio: round2(ratio),
      bar: BAR,
      figures: figuresOf(rounds),
      rounds: rounds.length,
      ok: ratio <= BAR,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const NOTHING = {
  certificates: null,
  privateKey: null,
  serviceUrl: null,
  serviceToken: null,
  command: null,
  anchors: null,
};

const ORIGIN: Origin = {
  generationId: 'gen_bench',
  parameters: { ...ORDER, prompt: 'bench', negativePrompt: null, style: 'none', seed: 1 },
  kind: 'model',
  model: 'bench-1',
  mark: ORDER.mark,
  policy: { trainingUse: 'not_allowed' },
  credit: null,
  hasParent: false,
  at: new Date(0),
};

/** The way of a hosted clip, but for the database. */
async function finishOne(
  finishing: FinishingService,
  signer: C2paSigner,
  source: string,
  folder: string,
): Promise<void> {
  const finished = await finishing.finish(ORDER, { video: source, poster: null, sheet: null }, 'model');
  if (!finished.ok) throw new Error(finished.reason);
  const { clip } = finished;
  if ((await signer.read(source)).found) throw new Error('the source of the bench carries a manifest');
  const target = path.join(clip.directory, 'signed.mp4');
  await signer.sign({ source: clip.video, target, manifest: manifestOf(ORIGIN), parent: null });
  for (const file of [target, clip.poster, clip.sheet]) {
    const stored = path.join(folder, 'stored');
    createHash('sha256')
      .update(await readFile(file))
      .digest();
    await copyFile(file, stored);
    createHash('sha256')
      .update(await readFile(stored))
      .digest();
  }
  const reading = await signer.read(target);
  if (!reading.found || !reading.isValid) throw new Error('the signed file is not valid');
  await finishing.discard(clip);
}

function encode(command: string, args: readonly string[]): void {
  const run = spawnSync(command, ['-v', 'error', '-nostdin', '-y', ...args]);
  if (run.status !== 0) throw new Error(run.stderr.toString());
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = { own: process.cpuUsage(), children: childSeconds() };
  await work();
  const { user, system } = process.cpuUsage(before.own);
  return (user + system) / 1e6 + (childSeconds() - before.children);
}

/** Processor seconds of children that have ended (Linux: fields 16 and 17 of `/proc/self/stat`, in ticks of 10 ms). */
function childSeconds(): number {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
const round2 = (value: number): number => Math.round(value * 100) / 100;

function figuresOf(rounds: readonly { bare: number; finished: number }[]): object {
  const of = (pick: 'bare' | 'finished'): number => round2(median(rounds.map((round) => round[pick])));
  return { bareCpuSeconds: of('bare'), finishedCpuSeconds: of('finished') };
}
