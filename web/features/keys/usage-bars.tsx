import { Group, Text } from '@mantine/core';

const WIDTH = 6;
const GAP = 2;
const HEIGHT = 24;

/** Calls of the last days as small bars; the sentence beside it says the same. */
export function UsageBars({ usage }: { usage: readonly number[] }) {
  const total = usage.reduce((sum, calls) => sum + calls, 0);
  const most = Math.max(1, ...usage);
  if (total === 0) return null;
  return (
    <Group gap="xs" align="center">
      <svg width={usage.length * (WIDTH + GAP)} height={HEIGHT} aria-hidden focusable="false">
        {usage.map((calls, day) => {
          const height = calls === 0 ? 1 : Math.max(3, (calls / most) * HEIGHT);
          return (
            <rect
              key={day}
              x={day * (WIDTH + GAP)}
              y={HEIGHT - height}
              width={WIDTH}
              height={height}
              rx={1}
              fill="currentColor"
              opacity={calls === 0 ? 0.25 : 0.8}
            />
          );
        })}
      </svg>
      <Text size="sm" c="dimmed">
        {total} calls in {usage.length} days, {usage.at(-1)} today
      </Text>
    </Group>
  );
}
