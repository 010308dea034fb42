import { Button, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import type { RefObject } from 'react';
import type { ClipControls } from '../../ui/clip-controls';
import { StateBadge } from '../../ui/state-badge';
import { easedBy, type Desk } from './use-desk';
import { SideBySide } from './compare';
import { DueChip } from './due-chip';
import { FramePlayer } from './frame-player';
import { Transport } from './transport';
import type { OnClip } from './use-on-clip';
import type { Detail } from './use-review';

/** The middle pane: the clip, what it can be laid beside, and the verdicts. */
export function ClipPane({
  detail,
  player,
  desk,
  buttons,
  onClip,
  isCompared,
  onCompare,
}: {
  detail: Detail;
  desk: Desk;
  player: RefObject<ClipControls | null>;
  buttons: { key: string; label: string; color?: string; isMain?: boolean; onClick: () => void }[];
  onClip: OnClip;
  isCompared: boolean;
  onCompare: () => void;
}) {
  const isHeld = detail.claim?.isMine === true && detail.staged === null;
  const frame = <FramePlayer detail={detail} player={player} isMuted={desk.mute} onClip={onClip} />;
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
        <SideBySide others={detail.others} fps={detail.clip.fps} player={player} isOn={isCompared}>
          {frame}
        </SideBySide>
      </div>
      <Transport
        player={player}
        onClip={onClip}
        isCompared={isCompared}
        onCompare={detail.others.length > 0 ? onCompare : undefined}
        mayDraw={isHeld}
      />
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
