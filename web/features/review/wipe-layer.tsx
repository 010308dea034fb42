import { Box } from '@mantine/core';
import { useEffect, useImperativeHandle, useMemo, useRef, type KeyboardEvent, type Ref } from 'react';
import { ClipDriver, type ClipControls } from '../../ui/clip-controls';
import { KINDS, type Other } from './use-compare';

/** Where the divider stands after a key, in hundredths of the picture's width; `null`: the key is not its own. */
export function wiped(at: number, key: string, isFar: boolean): number | null {
  const step = isFar ? 10 : 1;
  const to: Readonly<Record<string, number>> = {
    ArrowLeft: at - step,
    ArrowDown: at - step,
    ArrowRight: at + step,
    ArrowUp: at + step,
    PageDown: at - 10,
    PageUp: at + 10,
    Home: 0,
    End: 100,
  };
  const next = to[key];
  return next === undefined ? null : Math.min(100, Math.max(0, next));
}

/** The other clip over the picture, right of a divider that is drawn by hand or moved by arrow keys. It has no clock of its own. */
export function WipeLayer({
  ref,
  other,
  at,
  onMove,
}: {
  ref: Ref<ClipControls>;
  other: Other;
  /** In hundredths of the picture's width: so much of it is the clip under review. */
  at: number;
  onMove: (at: number) => void;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const driver = useMemo(() => new ClipDriver(() => video.current, other.clip.fps), [other.clip.fps]);
  useEffect(() => driver.stop, [driver]);
  useImperativeHandle(ref, () => driver, [driver]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = wiped(at, event.key, event.shiftKey);
    if (next === null) return;
    // neither a frame nor the page moves
    event.preventDefault();
    onMove(next);
  };
  const drag = (clientX: number) => {
    const box = layer.current?.getBoundingClientRect();
    if (box !== undefined && box.width > 0)
      onMove(Math.min(100, Math.max(0, Math.round(((clientX - box.left) / box.width) * 100))));
  };
  const kind = KINDS[other.kind];
  return (
    <Box ref={layer} className="wipe">
      <video
        ref={video}
        key={other.clip.videoUrl}
        src={other.clip.videoUrl}
        poster={other.clip.posterUrl}
        preload="auto"
        playsInline
        muted
        aria-label={other.title}
        style={{ clipPath: `inset(0 0 0 ${at}%)` }}
      />
      <span className="wipe-name" hidden={at < 25}>
        This clip
      </span>
      <span className="wipe-name" data-right hidden={at > 75}>
        {kind}
      </span>
      <div
        className="wipe-divider"
        data-overlay
        role="slider"
        tabIndex={0}
        aria-label="Divider between the clips"
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={at}
        aria-valuetext={`${at} of 100 this clip; the rest: ${kind.toLowerCase()}`}
        style={{ left: `${at}%` }}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          event.currentTarget.focus();
          drag(event.clientX);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event.clientX);
        }}
      />
    </Box>
  );
}
