import { Button, Group, Paper, Stack, TextInput } from '@mantine/core';
import type { Schemas } from '../api/client';
import { timecode, timeRange } from './timecode';

type Marker = Schemas['MarkerInput'];

/** Milliseconds are as fine as a frame needs. */
export const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** Where a region begins that is set by keys: its frame takes the arrows. */
const MIDDLE = { x: 0.3, y: 0.3, w: 0.4, h: 0.4 };

export interface MarkerRowProps {
  readonly marker: Marker;
  readonly number: number;
  readonly now: number;
  /** Length of the clip. */
  readonly seconds: number;
  readonly onChange: (marker: Marker) => void;
  readonly onSeek: () => void;
  readonly onRemove: () => void;
  /** Whether the next drag on the picture is this marker's region. */
  readonly isDrawing: boolean;
  readonly onDraw: () => void;
}

/** How long it is, and which part of the picture it is about. */
function MarkerTools({
  marker,
  number,
  now,
  seconds,
  onChange,
  onRemove,
  isDrawing,
  onDraw,
}: MarkerRowProps) {
  const { until: _until, ...point } = marker;
  const { region, ...whole } = marker;
  return (
    <Group gap="xs">
      {marker.until === undefined ? (
        <Button
          size="compact-sm"
          variant="default"
          disabled={rounded(now) <= marker.at}
          onClick={() => onChange({ ...marker, until: Math.min(rounded(now), seconds) })}
        >
          End it at {timecode(now)}
        </Button>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => onChange(point)}>
          Only the moment
        </Button>
      )}
      {region === undefined ? (
        <>
          <Button
            size="compact-sm"
            variant={isDrawing ? 'filled' : 'default'}
            aria-pressed={isDrawing}
            onClick={onDraw}
          >
            {isDrawing ? 'Draw it on the picture' : 'Draw a region'}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onChange({ ...marker, region: MIDDLE })}>
            Region by keys
          </Button>
        </>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => onChange(whole)}>
          Whole picture
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={`Remove marker ${number}`}
        onClick={onRemove}
      >
        Remove
      </Button>
    </Group>
  );
}

/** One marker: where it is, and what is to be seen there. */
export function MarkerRow(props: MarkerRowProps & { readonly isReadOnly: boolean }) {
  const { marker, number, isReadOnly, onChange, onSeek } = props;
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group gap="xs" justify="space-between">
          <Button size="compact-sm" variant="subtle" onClick={onSeek} aria-label={`Go to marker ${number}`}>
            {number}. {timeRange(marker)}
          </Button>
          {!isReadOnly && <MarkerTools {...props} />}
        </Group>
        <TextInput
          label={`What is to be seen at marker ${number}`}
          value={marker.note}
          maxLength={1000}
          required
          readOnly={isReadOnly}
          onChange={(event) => onChange({ ...marker, note: event.currentTarget.value })}
        />
      </Stack>
    </Paper>
  );
}
