import { Button, Group } from '@mantine/core';

export interface VerbLook {
  readonly label: string;
  readonly color?: string;
  readonly variant?: 'filled' | 'light' | 'subtle' | 'default';
}

/** The buttons of a workflow: only what the server says is possible now, in the order of `looks`. */
export function VerbButtons({
  available,
  looks,
  isBusy,
  onAct,
}: {
  available: readonly string[];
  looks: Readonly<Record<string, VerbLook>>;
  isBusy: boolean;
  onAct: (verb: string) => void;
}) {
  return (
    <Group gap="xs">
      {Object.entries(looks)
        .filter(([verb]) => available.includes(verb))
        .map(([verb, look]) => (
          <Button
            key={verb}
            color={look.color}
            variant={look.variant ?? 'light'}
            loading={isBusy}
            onClick={() => onAct(verb)}
          >
            {look.label}
          </Button>
        ))}
    </Group>
  );
}
