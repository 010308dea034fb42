import { Button, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { useState, type RefObject } from 'react';
import type { ClipControls } from '../../ui/clip-controls';
import { StateBadge } from '../../ui/state-badge';
import { easedBy, type Desk } from './use-desk';
import { Compared } from './compare';
import { DueChip } from './due-chip';
import { FramePlayer } from './frame-player';
import { Transport } from './transport';
import type { Compare } from './use-compare';
import type { OnClip } from './use-on-clip';
import type { Detail } from './use-review';
import { WipeLayer } from './wipe-layer';

/** How much of a wipe is this clip, one press each: dragging is not the only way. */
const SHARES = [
  [100, 'This clip alone'],
  [50, 'Half and half'],
  [0, 'The other alone'],
] as const;

/** The middle pane: the clip, what it can be laid beside, and the verdicts. */
export function ClipPane({
  detail,
  player,
  desk,
  buttons,
  onClip,
  compare,
}: {
  detail: Detail;
  desk: Desk;
  player: RefObject<ClipControls | null>;
  buttons: { key: string; label: string; color?: string; isMain?: boolean; onClick: () => void }[];
  onClip: OnClip;
  compare: Compare;
}) {
  const isHeld = detail.claim?.isMine === true && detail.staged === null;
  const [wipe, setWipe] = useState(50);
  const over = compare.mode === 'over' ? compare.other : undefined;
  const shares = SHARES.map(([share, label]) => (
    <Button key={share} size="compact-sm" variant="default" onClick={() => setWipe(share)}>
      {label}
    </Button>
  ));
  return (
    <Stack>
      <div>
        <Title order={2} size="h4" mb={4}>
          {detail.title}
        </Title>
        <Group gap={6}>
          <StateBadge state={detail.state} />
          <DueChip item={detail} />
          {detail.assignee !== null && (
            <Text size="xs" c="dimmed">
              Assigned to {detail.assigned?.isMine === true ? 'you' : detail.assignee}
            </Text>
          )}
          {detail.claim !== null && (
            <Text size="xs" c="dimmed">
              {detail.claim.isMine ? 'Yours until ' : 'Somebody has it until '}
              {new Date(detail.claim.until).toLocaleTimeString(undefined, { timeStyle: 'short' })}
            </Text>
          )}
        </Group>
      </div>
      <div className={easedBy(desk)}>
        <Compared compare={compare} more={over === undefined ? null : shares}>
          <FramePlayer
            detail={detail}
            player={player}
            isMuted={desk.mute}
            onClip={onClip}
            {...(over !== undefined && {
              over: <WipeLayer ref={compare.follower} other={over} at={wipe} onMove={setWipe} />,
            })}
          />
        </Compared>
      </div>
      <Transport player={player} onClip={onClip} compare={compare} mayDraw={isHeld} />
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
