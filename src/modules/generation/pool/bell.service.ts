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
