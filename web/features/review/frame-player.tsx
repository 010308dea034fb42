import { Button, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState, type ReactNode, type RefObject } from 'react';
import type { ClipControls } from '../../ui/clip-controls';
import { RegionLayer } from '../../ui/region-layer';
import { timecode } from '../../ui/timecode';
import type { OnClip } from './use-on-clip';
import type { Detail } from './use-review';

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

/** The player with frame stepping; where it stands is shown as time and frame. Parts that notes mean are over the picture. */
export function FramePlayer({
  detail,
  player,
  isMuted = true,
  onClip,
  over,
}: {
  detail: Pick<Detail, 'clip' | 'title'> & Partial<Pick<Detail, 'notes'>>;
  player: RefObject<ClipControls | null>;
  isMuted?: boolean;
  /** What is set on it; absent: it is only looked at. */
  onClip?: OnClip;
  /** Lies over the picture, below what is drawn. */
  over?: ReactNode;
}) {
  const [at, setAt] = useState(0);
  const { clip, notes = [] } = detail;
  const own = notes.length;
  const markers = notes.map((note) => ({
    at: note.at,
    note: note.text,
    ...(note.until !== null && { until: note.until }),
    ...(note.region !== null && { region: note.region }),
  }));
  // A part is seen during its range, or half a second around its moment; what is being drawn always.
  const shown = markers.flatMap((marker, index) =>
    marker.region && at >= marker.at - 0.5 && at <= (marker.until ?? marker.at) + 0.5 ? [index] : [],
  );
  const drawn = onClip?.region ?? null;
  const loop = onClip?.isLooping === true ? (onClip.range ?? { from: 0, until: clip.seconds }) : null;
  return (
    <Stack gap="xs">
      <Suspense
        fallback={<div className="clip-surround" style={{ aspectRatio: `${clip.width} / ${clip.height}` }} />}
      >
        <ClipPlayer
          ref={player}
          src={clip.videoUrl}
          poster={clip.posterUrl}
          label={detail.title}
          fps={clip.fps}
          isMuted={isMuted}
          onTime={setAt}
          loop={loop}
          overlay={
            <>
              {over}
              <RegionLayer
                markers={drawn === null ? markers : [...markers, { at, note: 'new', region: drawn }]}
                shown={drawn === null ? shown : [...shown, own]}
                isDrawing={onClip?.isDrawing === true}
                onDrawn={(region) => onClip?.setRegion(region)}
                own={own}
                onChange={(_, region) => onClip?.setRegion(region)}
              />
            </>
          }
        />
      </Suspense>
      <Group gap="xs" justify="space-between">
        <Group gap={6}>
          <Button size="compact-sm" variant="default" onClick={() => player.current?.step(-1)}>
            Frame back
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => player.current?.step(1)}>
            Frame on
          </Button>
        </Group>
        <Text size="sm" className="figures" c="dimmed">
          {timecode(at)} · frame {Math.floor(at * clip.fps + 0.01)} of {clip.seconds * clip.fps}
        </Text>
      </Group>
    </Stack>
  );
}
