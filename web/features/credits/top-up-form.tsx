import { Button, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { useTopUp } from './use-credits';

const MOST = 1_000_000;
const SHORTEST = 3;
const LONGEST = 500;

/** Extra credits for one artist; they last, and the artist reads the reason. */
export function TopUpForm({ artist, onDone }: { artist: Schemas['EnrollmentView']; onDone: () => void }) {
  const [credits, setCredits] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const give = useTopUp(artist.id, () => {
    notifications.show({ message: `${artist.personName} has ${credits} credits more.` });
    onDone();
  });
  const amount = typeof credits === 'number' ? credits : 0;
  const isReady = amount >= 1 && reason.trim().length >= SHORTEST;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) give.mutate({ credits: amount, reason: reason.trim() });
      }}
    >
      <Stack>
        {give.isError && <ProblemNote error={give.error} />}
        <NumberInput
          label="Extra credits"
          description="They do not expire with the window."
          min={1}
          max={MOST}
          allowDecimal={false}
          value={credits}
          onChange={setCredits}
          required
        />
        <Textarea
          label="Reason"
          description="The artist reads it in their history."
          maxLength={LONGEST}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
        />
        <Button type="submit" loading={give.isPending} disabled={!isReady}>
          Give extra credits
        </Button>
        {!isReady && (
          <Text size="xs" c="dimmed">
            At least one credit, and a reason of {SHORTEST} characters or more.
          </Text>
        )}
      </Stack>
    </form>
  );
}
