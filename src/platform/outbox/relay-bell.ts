import { Injectable } from '@nestjs/common';

/** Wakes the relay of this process after a commit. A missed ring costs one sweep interval, never an event. */
@Injectable()
export class RelayBell {
  private ringing: (() => void) | undefined;

  onRing(listener: () => void): void {
    this.ringing = listener;
  }

  ring(): void {
    this.ringing?.();
  }
}
