import type { KeyboardEvent } from 'react';

/** A part of a clip, in seconds. */
export interface ClipRange {
  readonly from: number;
  readonly until: number;
}

/** What a page may do with its player. Times in seconds. */
export interface ClipControls {
  readonly toggle: () => void;
  readonly seek: (seconds: number) => void;
  /** Moves by whole frames and stops there; below zero: back. */
  readonly step: (frames: number) => void;
  readonly time: () => number;
  /** Plays at this speed: 1 as it was made, below zero backwards; 0 stops. */
  readonly run: (speed: number) => void;
  /** J, K and L of an editing desk: again in the same direction is twice as fast, up to eight times; 0 stops. */
  readonly shuttle: (direction: -1 | 0 | 1) => void;
  /** How fast it plays now, as `run` takes it. */
  readonly speed: () => number;
  /** The keys go to the player now. */
  readonly focus: () => void;
}

const FASTEST = 8;

/** The speed after one more press: the other way begins anew. */
export function shuttled(speed: number, direction: -1 | 0 | 1): number {
  if (direction === 0) return 0;
  return speed * direction > 0 ? Math.min(FASTEST, Math.abs(speed) * 2) * direction : direction;
}

/** Middle of the frame that is `frames` away: browsers round a boundary either way. */
export const stepped = (seconds: number, fps: number, frames: number): number =>
  Math.max(0, (Math.floor(seconds * fps + 0.01) + frames + 0.5) / fps);

/** Drives one <video>. Browsers play forwards only: backwards it is moved by hand, frame by frame of the screen. */
export class ClipDriver implements ClipControls {
  private back = 0;
  private ticking: number | null = null;

  constructor(
    private readonly video: () => HTMLVideoElement | null,
    private readonly fps: number,
  ) {}

  time = (): number => this.video()?.currentTime ?? 0;

  speed = (): number => {
    const video = this.video();
    if (video === null) return 0;
    if (this.back !== 0) return this.back;
    return video.paused ? 0 : video.playbackRate;
  };

  seek = (seconds: number): void => {
    const video = this.video();
    if (video !== null) video.currentTime = seconds;
  };

  step = (frames: number): void => {
    const video = this.video();
    if (video === null) return;
    this.stop();
    video.currentTime = stepped(video.currentTime, this.fps, frames);
  };

  toggle = (): void => {
    this.run(this.speed() === 0 ? 1 : 0);
  };

  run = (speed: number): void => {
    this.stop();
    if (speed > 0) this.forwards(speed);
    else if (speed < 0) this.backwards(speed);
  };

  shuttle = (direction: -1 | 0 | 1): void => this.run(shuttled(this.speed(), direction));

  focus = (): void => {
    this.video()?.closest('.clip-player')?.querySelector('button')?.focus();
  };

  stop = (): void => {
    if (this.ticking !== null) cancelAnimationFrame(this.ticking);
    this.ticking = null;
    this.back = 0;
    this.video()?.pause();
  };

  private forwards(speed: number): void {
    const video = this.video();
    if (video === null) return;
    video.playbackRate = speed;
    // the next press may come before it has begun
    video.play().catch(() => undefined);
  }

  private backwards(speed: number): void {
    this.back = speed;
    let last = performance.now();
    const tick = (now: number) => {
      const video = this.video();
      if (video === null || video.currentTime === 0) return this.stop();
      // a seek that is under way is waited for: many at once would show nothing at all
      if (!video.seeking) {
        video.currentTime = Math.max(0, video.currentTime + ((now - last) / 1000) * speed);
        last = now;
      }
      this.ticking = requestAnimationFrame(tick);
      return undefined;
    };
    this.ticking = requestAnimationFrame(tick);
  }
}

const SHUTTLE: Readonly<Record<string, -1 | 0 | 1>> = { j: -1, k: 0, l: 1 };

/**
 * Keys of a player that has the focus. Space plays, arrows step one frame, with Shift ten; J K L shuttle. On a button the
 * space bar stays the button's.
 */
export function onPlayerKey(event: KeyboardEvent<HTMLElement>, controls: ClipControls): void {
  // What lies over the picture has keys of its own.
  if (event.target instanceof Element && event.target.closest('[data-overlay]') !== null) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
  const direction = SHUTTLE[event.key.toLowerCase()];
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    controls.step((event.key === 'ArrowLeft' ? -1 : 1) * (event.shiftKey ? 10 : 1));
  else if (event.key === ' ' && !isOnButton) controls.toggle();
  else if (direction !== undefined) controls.shuttle(direction);
  else return;
  event.preventDefault();
  // The slider would move as well.
  event.stopPropagation();
}
