import { Button, Group, Kbd, Text } from '@mantine/core';
import type { RefObject } from 'react';
import type { ClipControls } from '../../ui/clip-controls';
import { timecode } from '../../ui/timecode';
import type { Compare } from './use-compare';
import type { OnClip } from './use-on-clip';

function Key({
  label,
  letter,
  isOn,
  onClick,
}: {
  label: string;
  letter?: string;
  isOn?: boolean;
  onClick: () => void;
}) {
  return (
    <Button
      size="compact-sm"
      variant={isOn === true ? 'filled' : 'default'}
      aria-pressed={isOn}
      rightSection={letter === undefined ? undefined : <Kbd size="xs">{letter}</Kbd>}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

/** Every key of the player as a button, and what is set. */
export function Transport({
  player,
  onClip,
  compare: { mode, others, toggle },
  mayDraw,
}: {
  player: RefObject<ClipControls | null>;
  onClip: OnClip;
  compare: Compare;
  mayDraw: boolean;
}) {
  const { from, until, isLooping, isDrawing, region } = onClip;
  const isSet = from !== null || until !== null || region !== null;
  return (
    <Group gap={6}>
      <Key label="Backwards" letter="J" onClick={() => player.current?.shuttle(-1)} />
      <Key label="Stop" letter="K" onClick={() => player.current?.shuttle(0)} />
      <Key label="Forwards" letter="L" onClick={() => player.current?.shuttle(1)} />
      <Key label="In" letter="I" onClick={onClip.setIn} />
      <Key label="Out" letter="O" onClick={onClip.setOut} />
      <Key label="Loop" letter={'\\'} isOn={isLooping} onClick={onClip.toggleLoop} />
      {mayDraw && <Key label="Draw" letter="D" isOn={isDrawing} onClick={onClip.draw} />}
      {others.length > 0 && (
        <>
          <Key label="Compare" letter="V" isOn={mode === 'beside'} onClick={() => toggle('beside')} />
          <Key label="Wipe" letter="Shift V" isOn={mode === 'over'} onClick={() => toggle('over')} />
        </>
      )}
      {isSet && (
        <>
          <Text size="sm" className="figures" role="status">
            {from !== null && `in ${timecode(from)} `}
            {until !== null && `out ${timecode(until)} `}
            {region !== null && 'a part of the picture'}
          </Text>
          <Key label="Clear" onClick={onClip.clear} />
        </>
      )}
      {isDrawing && (
        <Text size="xs" c="dimmed">
          Drag on the picture; or arrow keys move it, with Shift they change its size.
        </Text>
      )}
    </Group>
  );
}
