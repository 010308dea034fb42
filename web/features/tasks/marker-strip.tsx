import { Box, UnstyledButton } from '@mantine/core';
import { timeRange } from '../../ui/timecode';

export interface TaskMarker {
  readonly at: number;
  readonly until?: number;
  readonly note: string;
}

/** The marks where they are on the clip's timeline; a click goes there. */
export function MarkerStrip({
  markers,
  seconds,
  onSeek,
}: {
  markers: readonly TaskMarker[];
  seconds: number;
  onSeek: (at: number) => void;
}) {
  const share = (at: number) => `${Math.min(100, (at / seconds) * 100)}%`;
  return (
    <Box
      pos="relative"
      h={28}
      mx={12}
      style={{ borderBottom: '2px solid var(--mantine-color-default-border)' }}
    >
      {markers.map((marker, index) => (
        <Box key={`${marker.at} ${index}`}>
          {marker.until !== undefined && (
            <Box
              pos="absolute"
              bottom={-5}
              h={8}
              bg="ember.4"
              style={{ left: share(marker.at), width: share(marker.until - marker.at) }}
            />
          )}
          <UnstyledButton
            aria-label={`Mark ${index + 1} at ${timeRange(marker)}`}
            onClick={() => onSeek(marker.at)}
            pos="absolute"
            bottom={0}
            w={24}
            h={24}
            ta="center"
            fz="xs"
            fw={600}
            bg="ember.8"
            c="white"
            style={{
              left: share(marker.at),
              transform: 'translateX(-50%)',
              borderRadius: '12px 12px 12px 0',
            }}
          >
            {index + 1}
          </UnstyledButton>
        </Box>
      ))}
    </Box>
  );
}
