import { Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { ClipControls } from '../../ui/clip-controls';
import type { Detail } from './use-review';

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

type Other = Detail['others'][number];

const KINDS: Record<Other['kind'], string> = {
  draft: 'The draft it was finished from',
  source: 'The clip it was made from',
  earlier: 'Handed in before',
};

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

/** The clip under review, and beside it where it comes from or what was handed in before; both by one clock. */
export function SideBySide({
  others,
  fps,
  player,
  isOn,
  children,
}: {
  others: readonly Other[];
  fps: number;
  /** Of the clip under review: it leads. */
  player: RefObject<ClipControls | null>;
  /** Off: the clip alone, where it stood; it is not loaded anew. */
  isOn: boolean;
  children: ReactNode;
}) {
  const [place, setPlace] = useState(0);
  const follower = useRef<ClipControls>(null);
  useFollow(player, follower, fps);
  const other = isOn ? others[place] : undefined;
  const data = others.map(({ kind, title }, index) => ({
    value: String(index),
    label: `${KINDS[kind]}: ${title.slice(0, 60)}`,
  }));
  return (
    <SimpleGrid cols={{ base: 1, sm: other === undefined ? 1 : 2 }} spacing="sm">
      <div>{children}</div>
      {other !== undefined && (
        <Stack gap="xs" component="section" aria-label="Compared with">
          <Suspense fallback={<div className="clip-surround" style={{ aspectRatio: '16 / 9' }} />}>
            <ClipPlayer
              key={other.clip.videoUrl}
              ref={follower}
              src={other.clip.videoUrl}
              poster={other.clip.posterUrl}
              label={other.title}
              fps={other.clip.fps}
            />
          </Suspense>
          {others.length > 1 ? (
            <Select
              aria-label="Compare with"
              size="xs"
              allowDeselect={false}
              data={data}
              value={String(place)}
              onChange={(value) => setPlace(Number(value))}
            />
          ) : (
            <Text size="sm">{data[0]?.label}</Text>
          )}
        </Stack>
      )}
    </SimpleGrid>
  );
}
