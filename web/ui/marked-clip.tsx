import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import type { ClipControls } from './clip-controls';
import { QueryView } from './query-view';
import { timeRange } from './timecode';
import { type Schemas } from '../api/client';
import { clipQuery } from '../api/clips';
import { RegionLayer } from './region-layer';

const ClipPlayer = lazy(() => import('./clip-player').then((file) => ({ default: file.ClipPlayer })));

type Marker = Schemas['MarkerInput'];

const nothing = () => undefined;

const share = (seconds: number, length: number): string =>
  `${Math.min(100, Math.max(0, (seconds / length) * 100))}%`;

/** The clip's whole length as a bar with its markers on it; the same markers are buttons below. */
function Track({
  markers,
  length,
  at,
  onSeek,
}: {
  markers: readonly Marker[];
  length: number;
  at: number;
  onSeek: (seconds: number) => void;
}) {
  return (
    <Box pos="relative" h={28} bg="var(--mantine-color-default-border)" style={{ borderRadius: 6 }}>
      <Box pos="absolute" left={share(at, length)} w={2} h="100%" bg="var(--mantine-color-text)" />
      {markers.map((marker, index) => (
        <Button
          key={`${marker.at} ${marker.note}`}
          pos="absolute"
          top={2}
          left={share(marker.at, length)}
          h={24}
          miw={24}
          w={marker.until === undefined ? 24 : share(marker.until - marker.at, length)}
          px={0}
          size="compact-xs"
          aria-label={`Marker ${index + 1} at ${timeRange(marker)}: ${marker.note}`}
          onClick={() => onSeek(marker.at)}
        >
          {index + 1}
        </Button>
      ))}
    </Box>
  );
}

/** The clip of a feedback with the artist's markers: each one moves the player to its time. */
export function MarkedClip({ generationId, markers }: { generationId: string; markers: readonly Marker[] }) {
  const player = useRef<ClipControls>(null);
  const [at, setAt] = useState(0);
  const clip = useQuery(clipQuery(generationId));
  const shown = markers.flatMap((marker, index) =>
    marker.region && at >= marker.at - 0.5 && at <= (marker.until ?? marker.at) + 0.5 ? [index] : [],
  );
  const seek = (seconds: number) => player.current?.seek(seconds);
  return (
    <QueryView query={clip} rows={2}>
      {({ files, prompt, fps, seconds, aspect }) =>
        files === null ? (
          <Text c="dimmed">The files of this clip are gone.</Text>
        ) : (
          <Stack gap="xs">
            <Suspense fallback={<div className="clip-surround" style={{ aspectRatio: '16 / 9' }} />}>
              <ClipPlayer
                ref={player}
                src={files.video}
                poster={files.poster}
                label={prompt}
                fps={fps}
                onTime={setAt}
                aspect={aspect}
                overlay={<RegionLayer markers={markers} shown={shown} isDrawing={false} onDrawn={nothing} />}
              />
            </Suspense>
            {markers.length > 0 && <Track markers={markers} length={seconds} at={at} onSeek={seek} />}
            {markers.map((marker, index) => (
              <Group key={`${marker.at} ${marker.note}`} gap="xs" wrap="nowrap" align="flex-start">
                <Button
                  size="compact-sm"
                  variant="default"
                  className="figures"
                  style={{ flex: 'none' }}
                  onClick={() => seek(marker.at)}
                >
                  {index + 1} · {timeRange(marker)}
                </Button>
                <Text size="sm">
                  {marker.note}
                  {marker.region !== undefined && ' (a part of the picture)'}
                </Text>
              </Group>
            ))}
            <Text size="xs" c="dimmed">
              Prompt: {prompt}
            </Text>
          </Stack>
        )
      }
    </QueryView>
  );
}
