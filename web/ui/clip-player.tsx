import { ActionIcon, Box, Group, Slider, Text } from '@mantine/core';
import { IconMaximize, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { timecode } from './timecode';

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
  /** Without sound; so it begins unless something else is said. */
  readonly isMuted?: boolean;
  /** Gets the current time in seconds while playing and after every step. */
  readonly onTime?: (seconds: number) => void;
  /** Changing it moves the player there. */
  readonly seekTo?: number | null;
  /** Lies over the picture, and nothing else of the player. */
  readonly overlay?: ReactNode;
  /**
   * Such as `16:9`; the file's own when absent. The frame has the picture's shape, so that shares of an overlay are shares
   * of the picture.
   */
  readonly aspect?: string;
}

function controlsOf(video: HTMLVideoElement | null, fps: number): ClipControls {
  return {
    time: () => video?.currentTime ?? 0,
    seek: (seconds) => {
      if (video !== null) video.currentTime = seconds;
    },
    step: (frames) => {
      if (video === null) return;
      video.pause();
      const frame = Math.floor(video.currentTime * fps + 0.01) + frames;
      // The middle of a frame: browsers round a boundary either way.
      video.currentTime = Math.max(0, (frame + 0.5) / fps);
    },
    toggle: () => {
      if (video === null) return;
      if (video.paused) void video.play();
      else video.pause();
    },
  };
}

/** Space plays, arrows step one frame, with Shift ten. On a button the space bar stays the button's. */
function onPlayerKey(event: KeyboardEvent<HTMLElement>, controls: ClipControls): void {
  // What lies over the picture has keys of its own.
  if (event.target instanceof Element && event.target.closest('[data-overlay]') !== null) return;
  const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    controls.step((event.key === 'ArrowLeft' ? -1 : 1) * (event.shiftKey ? 10 : 1));
  else if (event.key === ' ' && !isOnButton) controls.toggle();
  else return;
  event.preventDefault();
  // The slider would move as well.
  event.stopPropagation();
}

/** As wide as there is room, and no wider than 70 % of the window's height allows for this shape. */
function widthOf(aspect: string | undefined): string {
  const [wide, high] = (aspect ?? '').split(':').map(Number);
  return wide && high ? `min(100%, calc(70vh * ${wide} / ${high}))` : '100%';
}

/**
 * A clip on neutral grey; nothing plays by itself. The controls are our own: the players at hand bring inline <style>
 * elements, which the portal's content policy forbids.
 */
export function ClipPlayer({
  ref,
  src,
  poster,
  label,
  fps,
  isMuted = true,
  onTime,
  seekTo,
  overlay,
  aspect,
}: ClipPlayerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const [natural, setNatural] = useState<string>();
  useEffect(() => {
    if (seekTo !== undefined && seekTo !== null && video.current !== null) video.current.currentTime = seekTo;
  }, [seekTo]);
  const controls = (): ClipControls => controlsOf(video.current, fps);
  useImperativeHandle(ref, () => controlsOf(video.current, fps), [fps]);
  const Icon = isPlaying ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <Box
      ref={frame}
      className="clip-surround clip-player"
      role="group"
      aria-label={`Player: ${label}`}
      onKeyDownCapture={(event) => onPlayerKey(event, controls())}
    >
      <Box pos="relative" className="clip-picture" w={widthOf(aspect ?? natural)} mx="auto">
        <video
          ref={video}
          src={src}
          poster={poster}
          preload="metadata"
          playsInline
          muted={isMuted}
          aria-label={label}
          onClick={() => controls().toggle()}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onLoadedMetadata={({ currentTarget }) =>
            setNatural(`${currentTarget.videoWidth}:${currentTarget.videoHeight}`)
          }
          onDurationChange={(event) => setLength(event.currentTarget.duration)}
          onTimeUpdate={(event) => {
            setAt(event.currentTarget.currentTime);
            setLength(event.currentTarget.duration);
            onTime?.(event.currentTarget.currentTime);
          }}
        />
        {overlay}
      </Box>
      <Group gap="sm" wrap="nowrap" px="sm" py={6} className="clip-bar">
        <ActionIcon
          variant="transparent"
          c="white"
          aria-label={isPlaying ? 'Pause' : 'Play'}
          onClick={() => controls().toggle()}
        >
          <Icon size={18} />
        </ActionIcon>
        <Slider
          flex={1}
          size="sm"
          thumbLabel="Position"
          label={timecode}
          min={0}
          max={length === 0 ? 1 : length}
          step={1 / fps}
          value={at}
          onChange={(seconds) => controls().seek(seconds)}
        />
        <Text size="xs" c="white" className="figures">
          {timecode(at)}
        </Text>
        <ActionIcon
          variant="transparent"
          c="white"
          aria-label="Full screen"
          onClick={() => {
            if (document.fullscreenElement === null) void frame.current?.requestFullscreen();
            else void document.exitFullscreen();
          }}
        >
          <IconMaximize size={18} />
        </ActionIcon>
      </Group>
    </Box>
  );
}
