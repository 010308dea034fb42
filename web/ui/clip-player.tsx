import {
  MediaControlBar,
  MediaController,
  MediaFullscreenButton,
  MediaPlayButton,
  MediaTimeDisplay,
  MediaTimeRange,
} from 'media-chrome/react';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';

/** What a page may do with its player. Times in seconds. */
export interface ClipControls {
  readonly toggle: () => void;
  readonly seek: (seconds: number) => void;
  /** Moves by whole frames and stops there; below zero: back. */
  readonly step: (frames: number) => void;
  readonly time: () => number;
}

export interface ClipPlayerProps {
  readonly ref?: Ref<ClipControls>;
  readonly src: string;
  readonly poster?: string;
  readonly label: string;
  readonly fps: number;
  /** Gets the current time in seconds while playing and after every step. */
  readonly onTime?: (seconds: number) => void;
  /** Changing it moves the player there. */
  readonly seekTo?: number | null;
}

/** A clip on neutral grey. Arrow keys step one frame, with Shift ten; nothing plays by itself. */
export function ClipPlayer({ ref, src, poster, label, fps, onTime, seekTo }: ClipPlayerProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (seekTo !== undefined && seekTo !== null && video.current !== null) video.current.currentTime = seekTo;
  }, [seekTo]);

  const step = (frames: number) => {
    const element = video.current;
    if (element === null) return;
    element.pause();
    const frame = Math.floor(element.currentTime * fps + 0.01) + frames;
    // The middle of a frame: browsers round a boundary either way.
    element.currentTime = Math.max(0, (frame + 0.5) / fps);
  };

  useImperativeHandle(ref, () => ({
    step,
    seek: (seconds) => {
      if (video.current !== null) video.current.currentTime = seconds;
    },
    time: () => video.current?.currentTime ?? 0,
    toggle: () => {
      const element = video.current;
      if (element === null) return;
      if (element.paused) void element.play();
      else element.pause();
    },
  }));

  return (
    <MediaController
      className="clip-surround"
      style={{ width: '100%', aspectRatio: 'auto' }}
      hotkeys="noarrowleft noarrowright"
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        step((event.key === 'ArrowLeft' ? -1 : 1) * (event.shiftKey ? 10 : 1));
      }}
    >
      <video
        ref={video}
        slot="media"
        src={src}
        poster={poster}
        preload="metadata"
        playsInline
        muted
        aria-label={label}
        style={{ width: '100%', maxHeight: '70vh', display: 'block' }}
        onTimeUpdate={(event) => onTime?.(event.currentTarget.currentTime)}
      />
      <MediaControlBar>
        <MediaPlayButton />
        <MediaTimeRange />
        <MediaTimeDisplay showDuration />
        <MediaFullscreenButton />
      </MediaControlBar>
    </MediaController>
  );
}
