import { readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { VideoRequest } from '../src/modules/generation/domain/provider';
import {
  ProceduralProvider,
  renderWorkersOf,
} from '../src/modules/generation/providers/procedural/procedural.provider';
import { FfmpegLocator } from '../src/platform/media/ffmpeg';

interface Job {
  readonly name: string;
  readonly bar: number;
  readonly request: VideoRequest;
}

interface Figures {
  /** Drawing and encoding together, of this process and its children. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly megabytes: number;
  readonly bar: number;
}

const BASE = {
  negativePrompt: null,
  draft: false,
  reference: null,
  parameters: {},
  mark: { text: 'Atelier', place: 'bottom_right' },
} as const;

const TEN_SECONDS: Job = {
  name: '10s-1080p24',
  bar: 20,
  request: {
    ...BASE,
    requestId: 'bench-10',
    prompt: 'golden hour over misty mountains, drone shot',
    style: 'cinematic',
    seconds: 10,
    width: 1920,
    height: 1080,
    fps: 24,
    seed: 7,
  },
};

const SIXTY_SECONDS: Job = {
  name: '60s-720p24',
  bar: 60,
  request: {
    ...BASE,
    requestId: 'bench-60',
    prompt: 'ocean at sunset',
    style: 'none',
    seconds: 60,
    width: 1280,
    height: 720,
    fps: 24,
    seed: 11,
  },
};

/** Renders the clips of the bar and compares processor seconds of node and ffmpeg together. */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const figures: Record<string, Figures> = {};
  for (const job of quick ? [TEN_SECONDS] : [TEN_SECONDS, SIXTY_SECONDS]) {
    process.stderr.write(`render: ${job.name} …\n`);
    figures[job.name] = await measure(job);
  }
  const ok = Object.values(figures).every(({ cpuSeconds, bar }) => cpuSeconds <= bar);
  return { bench: 'render', figures, ok };
}

async function measure(job: Job): Promise<Figures> {
  const workDirectory = await mkdtemp(path.join(os.tmpdir(), 'render-bench-'));
  const provider = new ProceduralProvider({
    ffmpeg: new FfmpegLocator({
      configured: process.env.FFMPEG_PATH ?? null,
      searchPath: process.env.PATH ?? '',
    }),
    workDirectory,
    renderWorkers: renderWorkersOf(process.env.ATELIER_RENDER_WORKERS, os.availableParallelism()),
  });
  try {
    const reason = await provider.unavailable();
    if (reason) throw new Error(reason);
    const before = { own: process.cpuUsage(), children: childSeconds(), at: performance.now() };
    const submission = await provider.submit(job.request);
    if (submission.state !== 'accepted') throw new Error(submission.message);
    const { ticket } = submission;
    let check = await provider.check(ticket);
    while (check.state === 'running') {
      await wait(100);
      check = await provider.check(ticket);
    }
    const own = process.cpuUsage(before.own);
    const wallSeconds = (performance.now() - before.at) / 1000;
    if (check.state !== 'done') throw new Error(`${job.name} did not come out: ${JSON.stringify(check)}`);
    const { size } = await stat(check.files.video);
    const cpuSeconds = (own.user + own.system) / 1e6 + (childSeconds() - before.children);
    return {
      cpuSeconds: round(cpuSeconds),
      wallSeconds: round(wallSeconds),
      megabytes: round(size / 1e6),
      bar: job.bar,
    };
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
}

/** Processor seconds of children that have ended (Linux: fields 16 and 17 of `/proc/self/stat`, in ticks of 10 ms). */
function childSeconds(): number {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
