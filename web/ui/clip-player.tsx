import { ActionIcon, Box, Group, Slider, Text } from '@mantine/core';
import { IconMaximize, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import {
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';
import { ClipDriver, onPlayerKey, type ClipControls, type ClipRange } from './clip-controls';
import { timecode } from './timecode';

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
  /** Only this part is played, again and again. */
  readonly loop?: ClipRange | null;
}

/** As wide as there is room, and no wider than 70 % of the window's height allows for this shape. */
function widthOf(aspect: string | undefined): string {
  const [wide, high] = (aspect ?? '').split(':').map(Number);
  return wide && high ? `min(100%, calc(70vh * ${wide} / ${high}))` : '100%';
}

/** Goes back to where the part begins as soon as it is over, to the frame: the browser's own events come four times a second. */
function useLoop(
  video: RefObject<HTMLVideoElement | null>,
  loop: ClipRange | null,
  isPlaying: boolean,
): void {
  const { from, until } = loop ?? { from: 0, until: Infinity };
  useEffect(() => {
    if (until === Infinity || !isPlaying) return undefined;
    let ticking = 0;
    const tick = () => {
      const { current } = video;
      if (current !== null && (current.currentTime >= until || current.currentTime < from - 0.1))
        current.currentTime = from;
      ticking = requestAnimationFrame(tick);
    };
    ticking = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(ticking);
  }, [video, from, until, isPlaying]);
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
  loop,
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
  const driver = useMemo(() => new ClipDriver(() => video.current, fps), [fps]);
  useEffect(() => driver.stop, [driver]);
  useImperativeHandle(ref, () => driver, [driver]);
  useLoop(video, loop ?? null, isPlaying);
  const Icon = isPlaying ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <Box
      ref={frame}
      className="clip-surround clip-player"
      role="group"
      aria-label={`Player: ${label}`}
      onKeyDownCapture={(event) => onPlayerKey(event, driver)}
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
          onClick={() => driver.toggle()}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={({ currentTarget }) => {
            if (!loop) return;
            currentTarget.currentTime = loop.from;
            currentTarget.play().catch(() => undefined);
          }}
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
          onClick={() => driver.toggle()}
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
          onChange={(seconds) => driver.seek(seconds)}
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
