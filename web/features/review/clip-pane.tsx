import { Button, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState, type RefObject } from 'react';
import type { ClipControls } from '../../ui/clip-player';
import { StateBadge } from '../../ui/state-badge';
import { timecode } from '../../ui/timecode';
import { easedBy, type Desk } from './use-desk';
import { DueChip } from './due-chip';
import type { Detail } from './use-review';

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

/** The player with frame stepping; where it stands is shown as time and frame. */
export function FramePlayer({
  detail,
  player,
  isMuted = true,
}: {
  detail: Pick<Detail, 'clip' | 'title'>;
  player: RefObject<ClipControls | null>;
  isMuted?: boolean;
}) {
  const [at, setAt] = useState(0);
  const { clip } = detail;
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

export function ClipPane({
  detail,
  player,
  desk,
  buttons,
}: {
  detail: Detail;
  desk: Desk;
  player: RefObject<ClipControls | null>;
  buttons: { key: string; label: string; color?: string; isMain?: boolean; onClick: () => void }[];
}) {
  return (
    <Stack>
      <div>
        <Title order={2} size="h4" mb={4}>
          {detail.title}
        </Title>
        <Group gap={6}>
          <StateBadge state={detail.state} />
          <DueChip item={detail} />
          {detail.claim !== null && (
            <Text size="xs" c="dimmed">
              {detail.claim.isMine ? 'Yours until ' : 'Somebody has it until '}
              {new Date(detail.claim.until).toLocaleTimeString(undefined, { timeStyle: 'short' })}
            </Text>
          )}
        </Group>
      </div>
      <div className={easedBy(desk)}>
        <FramePlayer detail={detail} player={player} isMuted={desk.mute} />
      </div>
      <Group gap="xs">
        {buttons.map(({ key, label, color, isMain, onClick }) => (
          <Button
            key={label}
            color={color}
            variant={isMain === true ? 'filled' : 'light'}
            rightSection={key === '' ? undefined : <Kbd size="xs">{key}</Kbd>}
            onClick={onClick}
          >
            {label}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
