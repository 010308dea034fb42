import { Injectable } from '@nestjs/common';

/** Wakes the dispatcher of this process after a commit. A missed ring costs one poll interval, never a clip. */
@Injectable()
export class DispatchBell {
  private ringing: (() => void) | undefined;

  onRing(listener: () => void): void {
    this.ringing = listener;
  }

  ring(): void {
    this.ringing?.();
  }
}

/** Wakes whoever waits in this process for a clip to be released. A missed ring costs them one look of their own clock. */
@Injectable()
export class ReleaseBell {
  private readonly waiting = new Set<() => void>();

  ring(): void {
    for (const wake of this.waiting) wake();
  }

  /** Resolves at the next ring, after `ms`, or when `signal` fires. */
  next(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
