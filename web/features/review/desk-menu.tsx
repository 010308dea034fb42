import { Button, Menu, NumberInput, Stack, Switch, Text } from '@mantine/core';
import type { Desk } from './use-desk';

const SWITCHES: readonly ['blur' | 'grey' | 'mute' | 'keys', string][] = [
  ['blur', 'Blur pictures until I point at them'],
  ['grey', 'Pictures in grey'],
  ['mute', 'Sound off'],
  ['keys', 'Single keys'],
];

/** What makes looking easier to bear, for oneself alone. */
export function DeskMenu({ desk, onChange }: { desk: Desk; onChange: (part: Partial<Desk>) => void }) {
  return (
    <Menu closeOnItemClick={false} position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default">My desk</Button>
      </Menu.Target>
      <Menu.Dropdown p="md">
        <Stack gap="sm" maw={280}>
          {SWITCHES.map(([name, label]) => (
            <Switch
              key={name}
              label={label}
              checked={desk[name]}
              onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
            />
          ))}
          <NumberInput
            size="xs"
            label="Suggest a break after (minutes, 0 never)"
            min={0}
            max={240}
            value={desk.breakMinutes}
            onChange={(minutes) => onChange({ breakMinutes: Number(minutes) })}
          />
          <Text size="xs" c="dimmed">
            Only you see these settings. Stop whenever you want: skip an item with a reason, nobody counts it
            against you.
          </Text>
        </Stack>
      </Menu.Dropdown>
    </Menu>
  );
}
