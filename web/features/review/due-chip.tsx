import { Badge } from '@mantine/core';
import { IconClock, IconClockPause } from '@tabler/icons-react';
import { When } from '../../ui/amounts';
import type { Submission } from './use-review';

const SOON = 4 * 3_600_000;
const WAITING: readonly string[] = ['submitted', 'in_review', 'escalated'];

function look({ isLate, dueAt }: Submission): string {
  if (isLate) return 'red';
  return dueAt !== null && new Date(dueAt).getTime() - Date.now() < SOON ? 'yellow' : 'gray';
}

/** The clock of a submission in words; the colour repeats them. */
export function DueChip({ item }: { item: Submission }) {
  const styles = { label: { textTransform: 'none' } } as const;
  if (item.isClockStopped) {
    return (
      <Badge
        variant="light"
        color="gray"
        styles={styles}
        leftSection={<IconClockPause size={12} aria-hidden />}
      >
        clock stopped
      </Badge>
    );
  }
  if (item.dueAt === null || !WAITING.includes(item.state)) return null;
  const color = look(item);
  return (
    <Badge
      variant={color === 'gray' ? 'light' : 'dot'}
      color={color}
      styles={styles}
      leftSection={color === 'gray' ? <IconClock size={12} aria-hidden /> : undefined}
    >
      {item.isLate ? 'late, due ' : 'due '}
      <When at={item.dueAt} />
    </Badge>
  );
}
