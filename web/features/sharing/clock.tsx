import { Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { HOLD_WORDS } from '../../ui/hold-words';

type Submission = Pick<
  Schemas['SubmissionView'],
  'state' | 'dueAt' | 'isLate' | 'isClockStopped' | 'risk' | 'decidedAt' | 'hold'
>;

/** Until when it is decided, or that it was. */
export function Clock({ submission }: { submission: Submission }) {
  const { state, dueAt, decidedAt, isLate, isClockStopped, risk, hold } = submission;
  if (isClockStopped) return <Text size="sm">The clock stands still until you hand in your changes.</Text>;
  if (['submitted', 'in_review', 'escalated'].includes(state) && dueAt !== null) {
    return (
      <Text size="sm" c="dimmed">
        {isLate ? 'A decision was due ' : 'Decided at the latest '}
        <When at={dueAt} /> · {risk} risk
        {hold !== null && (
          <>
            {' '}
            · on hold until <When at={hold.until} />, because {HOLD_WORDS[hold.reason]}; the clock goes on
          </>
        )}
      </Text>
    );
  }
  if (decidedAt === null) return null;
  return (
    <Text size="sm" c="dimmed">
      Decided <When at={decidedAt} />
    </Text>
  );
}
