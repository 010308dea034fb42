import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { FrameRenderer } from './domain/frames';
import type { Plan } from './domain/plan';

/** What a render thread is started with. It draws every `stride`-th frame from `first` on. */
export interface FrameTask {
  readonly plan: Plan;
  readonly first: number;
  readonly stride: number;
  /** Shared memory for one frame each. A slot is this thread's until it posts it, and again when it is sent back. */
  readonly slots: readonly SharedArrayBuffer[];
}

export type FrameMessage =
  | { readonly kind: 'frame'; readonly frame: number; readonly slot: number }
  | { readonly kind: 'finished'; readonly cpuSeconds: number };

/** Clock ticks per second in `/proc`; a constant of Linux on every architecture Node runs on. */
const TICKS = 100;

/** Processor seconds this thread has used, or `null` where there is no `/proc`. */
function threadSeconds(): number | null {
  try {
    const stat = readFileSync('/proc/thread-self/stat', 'latin1');
    // The second field is the name and may contain anything; the rest starts after its last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return null;
  }
}

function run(
  task: FrameTask,
  post: (message: FrameMessage) => void,
  onReturned: (take: (slot: number) => void) => void,
): void {
  const renderer = new FrameRenderer(task.plan);
  const free = task.slots.map((_, slot) => slot);
  let frame = task.first;
  let drawingMs = 0;
  const drawWhatFits = (): void => {
    while (frame < task.plan.frames) {
      const slot = free.shift();
      if (slot === undefined) return;
      const before = performance.now();
      renderer.draw(frame, new Uint8Array(task.slots[slot]!));
      drawingMs += performance.now() - before;
      post({ kind: 'frame', frame, slot });
      frame += task.stride;
    }
    post({ kind: 'finished', cpuSeconds: threadSeconds() ?? drawingMs / 1000 });
  };
  let isFinished = false;
  onReturned((slot) => {
    free.push(slot);
    if (isFinished) return;
    drawWhatFits();
    isFinished = frame >= task.plan.frames;
  });
  drawWhatFits();
  isFinished = frame >= task.plan.frames;
}

const port = parentPort;
if (port) {
  run(
    workerData as FrameTask,
    (message) => port.postMessage(message),
    (take) => port.on('message', take),
  );
}
