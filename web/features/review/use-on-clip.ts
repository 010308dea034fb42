import { useState, type RefObject } from 'react';
import type { ClipControls, ClipRange } from '../../ui/clip-controls';
import type { Region } from '../../ui/region-layer';

/** Where a region begins that is drawn by keys: the middle of the picture. */
const MIDDLE: Region = { x: 0.35, y: 0.35, w: 0.3, h: 0.3 };

/** What a reviewer has set on the clip: from where to where, again and again or not, and which part of the picture. */
export interface OnClip {
  /** In point, in seconds; `null`: none. */
  readonly from: number | null;
  /** Out point. */
  readonly until: number | null;
  /** Both, when they are in order. */
  readonly range: ClipRange | null;
  readonly isLooping: boolean;
  readonly region: Region | null;
  readonly isDrawing: boolean;
  readonly setIn: () => void;
  readonly setOut: () => void;
  readonly toggleLoop: () => void;
  readonly draw: () => void;
  readonly setRegion: (region: Region | null) => void;
  /** Nothing is set any more. */
  readonly clear: () => void;
}

export function useOnClip(player: RefObject<ClipControls | null>, seconds: number): OnClip {
  const [from, setFrom] = useState<number | null>(null);
  const [until, setUntil] = useState<number | null>(null);
  const [isLooping, setLooping] = useState(false);
  const [region, setRegion] = useState<Region | null>(null);
  const [isDrawing, setDrawing] = useState(false);
  const now = () => Math.min(seconds, Math.round((player.current?.time() ?? 0) * 1000) / 1000);
  return {
    from,
    until,
    range: from !== null && until !== null && from < until ? { from, until } : null,
    isLooping,
    region,
    isDrawing,
    setIn: () => {
      const at = now();
      setFrom(at);
      if (until !== null && until <= at) setUntil(null);
    },
    setOut: () => {
      const at = now();
      setUntil(at);
      if (from !== null && from >= at) setFrom(null);
    },
    toggleLoop: () => {
      if (!isLooping && player.current?.speed() === 0) player.current.run(1);
      setLooping(!isLooping);
    },
    draw: () => {
      player.current?.run(0);
      setDrawing(!isDrawing);
      if (!isDrawing && region === null) setRegion(MIDDLE);
      // arrow keys move it, with Shift they change its size
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.region[data-own]')?.focus());
    },
    setRegion,
    clear: () => {
      setFrom(null);
      setUntil(null);
      setRegion(null);
      setDrawing(false);
    },
  };
}
