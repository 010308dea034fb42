import { useEffect, useRef, useState, type RefObject } from 'react';
import type { ClipControls } from '../../ui/clip-controls';
import type { Detail } from './use-review';

export type Other = Detail['others'][number];

/** `beside`: two pictures. `over`: one picture with a divider. */
export type CompareMode = 'off' | 'beside' | 'over';

export const KINDS: Record<Other['kind'], string> = {
  draft: 'The draft it was finished from',
  source: 'The clip it was made from',
  earlier: 'Handed in before',
};

/** What the clip under review is laid beside or over, and how. */
export interface Compare {
  readonly mode: CompareMode;
  readonly others: readonly Other[];
  /** The one it is compared with now; `undefined`: with none. */
  readonly other: Other | undefined;
  readonly follower: RefObject<ClipControls | null>;
  readonly pick: (place: number) => void;
  /** On, or off when it is on already. */
  readonly toggle: (mode: 'beside' | 'over') => void;
}

/** One clock for two players: the second does what the first does, and is put right when it is off by more than a frame. */
function useFollow(
  leader: RefObject<ClipControls | null>,
  follower: RefObject<ClipControls | null>,
  fps: number,
) {
  useEffect(() => {
    let ticking = 0;
    const tick = () => {
      const [first, second] = [leader.current, follower.current];
      if (first !== null && second !== null) {
        const speed = Math.max(0, first.speed());
        // a clip that stands shows the very frame; one that plays may be a frame off before it jumps
        const off = speed === 0 ? 0.001 : 1.5 / fps;
        if (Math.abs(first.time() - second.time()) > off) second.seek(first.time());
        if (second.speed() !== speed) second.run(speed);
      }
      ticking = requestAnimationFrame(tick);
    };
    ticking = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(ticking);
  }, [leader, follower, fps]);
}

export function useCompare({ others, clip }: Detail, player: RefObject<ClipControls | null>): Compare {
  const [wanted, setWanted] = useState<CompareMode>('off');
  const [place, pick] = useState(0);
  const follower = useRef<ClipControls>(null);
  useFollow(player, follower, clip.fps);
  const mode = others.length === 0 ? 'off' : wanted;
  return {
    mode,
    others,
    other: mode === 'off' ? undefined : others[place],
    follower,
    pick,
    toggle: (next) => setWanted(mode === next ? 'off' : next),
  };
}
