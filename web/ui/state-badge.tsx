import { Badge } from '@mantine/core';

const GOOD = [
  'succeeded',
  'approved',
  'published',
  'accepted',
  'shipped',
  'paid',
  'active',
  'running',
  'open',
  'overturned',
  'done',
  'invited',
  'valid',
];
const BAD = [
  'failed',
  'refused',
  'declined',
  'aborted',
  'taken_down',
  'returned',
  'suspended',
  'void',
  'upheld',
  'quarantined',
  'rejected',
  'confirmed',
];
const WAITING = [
  'changes_requested',
  'needs_info',
  'on_hold',
  'throttled',
  'escalated',
  'terms_pending',
  'unfunded',
  'needs_a_look',
  'requested',
  'expired',
];
const MOVING = [
  'processing',
  'finishing',
  'starting',
  'in_review',
  'sending',
  'in_transit',
  'in_progress',
  'triaged',
  'in_payout',
];

function colorOf(state: string): string {
  if (GOOD.includes(state)) return 'green';
  if (BAD.includes(state)) return 'red';
  if (WAITING.includes(state)) return 'yellow';
  return MOVING.includes(state) ? 'blue' : 'gray';
}

/** A state in words; the colour only repeats what the word says. */
export function StateBadge({ state }: { state: string }) {
  return (
    <Badge
      color={colorOf(state)}
      variant="dot"
      size="md"
      miw="max-content"
      styles={{ label: { textTransform: 'none' } }}
    >
      {state.replaceAll('_', ' ')}
    </Badge>
  );
}
