import { existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { FrameRenderer } from './domain/frames';
import { frameBytes } from './domain/picture';
import type { Plan } from './domain/plan';
import type { FrameMessage, FrameTask } from './frame.processor';

/** Takes one frame and resolves when its memory may be used again; `false` means no more frames are wanted. */
export type AcceptFrame = (frame: Uint8Array) => Promise<boolean>;

/** Two per thread: one being drawn while the other is being encoded. */
const SLOTS = 2;
const WORKER_FILE = path.join(__dirname, 'frame.processor.js');

/** 0 where only TypeScript sources exist: a thread cannot load those, and frames are drawn on this one. */
export function availableThreads(wanted: number): number {
  return existsSync(WORKER_FILE) ? wanted : 0;
}

/** Draws all frames of a plan in order, on `threads` threads or (0) on this one, and says what processor time that took. */
export async function deliverFrames(
  plan: Plan,
  threads: number,
  accept: AcceptFrame,
  signal: AbortSignal,
): Promise<{ cpuSeconds: number }> {
  if (threads === 0) return drawHere(plan, accept, signal);
  const team = new FrameTeam(plan, Math.min(threads, plan.frames));
  const stop = (): void => team.fail(new Error('stopped'));
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await team.deliver(accept, signal);
  } finally {
    signal.removeEventListener('abort', stop);
    await team.dismiss();
  }
}

async function drawHere(
  plan: Plan,
  accept: AcceptFrame,
  signal: AbortSignal,
): Promise<{ cpuSeconds: number }> {
  const renderer = new FrameRenderer(plan);
  const size = frameBytes(plan.width, plan.height);
  const buffers = [new Uint8Array(size), new Uint8Array(size)] as const;
  let pending = Promise.resolve(true);
  let microseconds = 0;
  for (let frame = 0; frame < plan.frames && !signal.aborted; frame++) {
    const buffer = buffers[frame % 2 === 0 ? 0 : 1];
    const before = process.cpuUsage();
    renderer.draw(frame, buffer);
    const used = process.cpuUsage(before);
    microseconds += used.user + used.system;
    if (!(await pending)) break;
    pending = accept(buffer);
    // Requests are served between frames.
    await nextTurn();
  }
  await pending;
  return { cpuSeconds: microseconds / 1e6 };
}

interface Drawn {
  readonly member: Worker;
  readonly slot: number;
  readonly memory: Uint8Array;
}

/** Threads that share the frames of one plan: thread i draws frames i, i + K, i + 2K … into memory both sides can see. */
class FrameTeam {
  private readonly members: Worker[] = [];
  private readonly drawn = new Map<number, Drawn>();
  private cpuSeconds = 0;
  private finished = 0;
  private failure: Error | null = null;
  private wake: () => void = () => undefined;

  constructor(
    private readonly plan: Plan,
    count: number,
  ) {
    const size = frameBytes(plan.width, plan.height);
    for (let first = 0; first < count; first++) {
      const slots = Array.from({ length: SLOTS }, () => new SharedArrayBuffer(size));
      const task: FrameTask = { plan, first, stride: count, slots };
      const member = new Worker(WORKER_FILE, { workerData: task });
      member.on('message', (message: FrameMessage) => this.note(member, slots, message));
      member.on('error', (error: Error) => this.fail(error));
      member.on('exit', (code) => {
        if (code !== 0) this.fail(new Error(`a render thread left with code ${code}`));
      });
      this.members.push(member);
    }
  }

  fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }

  async deliver(accept: AcceptFrame, signal: AbortSignal): Promise<{ cpuSeconds: number }> {
    for (let frame = 0; frame < this.plan.frames; frame++) {
      const drawn = await this.take(frame, signal);
      if (!drawn || !(await accept(drawn.memory))) break;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      drawn.member.postMessage(drawn.slot);
    }
    if (!signal.aborted && !this.failure) await this.lastWords();
    return { cpuSeconds: this.cpuSeconds };
  }

  /** A thread says what time it used just after its last frame; waits a little for that, as it is worth no more. */
  private async lastWords(): Promise<void> {
    for (let turn = 0; this.finished < this.members.length && turn < 50; turn++) await nextTurn();
  }

  async dismiss(): Promise<void> {
    for (const member of this.members) member.removeAllListeners('exit');
    await Promise.all(this.members.map((member) => member.terminate()));
  }

  private note(member: Worker, slots: readonly SharedArrayBuffer[], message: FrameMessage): void {
    if (message.kind === 'finished') {
      this.cpuSeconds += message.cpuSeconds;
      this.finished++;
    } else {
      this.drawn.set(message.frame, {
        member,
        slot: message.slot,
        memory: new Uint8Array(slots[message.slot]!),
      });
    }
    this.wake();
  }

  /** Waits for a frame; `null` once stopped. */
  private async take(frame: number, signal: AbortSignal): Promise<Drawn | null> {
    for (;;) {
      if (signal.aborted) return null;
      if (this.failure) throw this.failure;
      const drawn = this.drawn.get(frame);
      if (drawn) {
        this.drawn.delete(frame);
        return drawn;
      }
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
