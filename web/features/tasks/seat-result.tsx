import { Alert, Group, Paper, Stack, Text } from '@mantine/core';
import { Money, When } from '../../ui/amounts';
import { PayTaken } from '../../ui/pay-taken';
import { StateBadge } from '../../ui/state-badge';
import { QuestionField } from './question-field';
import type { Seat } from './use-tasks';

/** What became of a seat: state, time that counts, pay, and what was answered. */
export function SeatResult({ seat }: { seat: Seat }) {
  const { task, answers } = seat;
  return (
    <Stack>
      <Paper withBorder p="md">
        <Stack gap="xs">
          <Group>
            <StateBadge state={seat.state} />
            {seat.amount === null ? (
              seat.state === 'submitted' && (
                <Text>
                  <Money value={task.price} /> for all of it, once it is accepted
                </Text>
              )
            ) : (
              <Money value={seat.amount} />
            )}
          </Group>
          {seat.state === 'submitted' && seat.decideBy !== null && (
            <Text>
              Handed in. It counts as accepted <When at={seat.decideBy} /> unless it is accepted before.
            </Text>
          )}
          <PayTaken taken={seat.payTaken} />
          {seat.state === 'expired' && <Text>The due date has passed. Nothing counts against you.</Text>}
          {task.answer !== null && <Text>The programme says: {task.answer}</Text>}
          {seat.answer !== null && <Text>The programme says: {seat.answer}</Text>}
          {seat.minutes !== null && (
            <Text className="figures">
              {seat.minutes === seat.claimedMinutes
                ? `The ${seat.minutes} min that you confirmed count.`
                : `${seat.minutes} of the ${seat.claimedMinutes} min that you confirmed count.`}
            </Text>
          )}
          {seat.timeState === 'capped' && (
            <Alert color="yellow" variant="light" title="Somebody looks at the time">
              It can only get more: what counts now is the least.
            </Alert>
          )}
          {seat.timeAnswer !== null && <Text>About the time: {seat.timeAnswer}</Text>}
        </Stack>
      </Paper>
      {answers !== null &&
        task.questions.map((question) => (
          <Paper withBorder p="md" key={question.key}>
            <QuestionField
              question={question}
              clips={task.clips}
              value={(answers as Record<string, unknown>)[question.key]}
              isReadOnly
              onChange={() => undefined}
            />
          </Paper>
        ))}
    </Stack>
  );
}
