import { Anchor, Button, Group, Stack, Stepper, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { TextDialog } from '../../ui/text-dialog';
import { useSelectionAct, type Selection } from './use-selection';

type Step = Selection['steps'][number];

const STEPS = [
  ['commit', 'Commit', 'Publish the hash of a seed, before the list is known', 'Publish the hash'],
  ['close', 'Close the list', 'Publish who takes part, after the deadline', 'Publish the list'],
  ['hold', 'Draw', 'Reveal the seed; seats and the waiting list follow', 'Reveal the seed and draw'],
] as const;

const AT: Record<string, number> = { committed: 1, frozen: 2, revealed: 3 };

/** The draw of a programme, one public step after the other; each can only be taken when the server says so. */
export function DrawSteps({ programId, data }: { programId: string; data: Selection }) {
  const [isCancelling, cancelling] = useDisclosure();
  const act = useSelectionAct(
    ({ step, reason }: { step: Step; reason?: string }, headers) =>
      unwrap(
        api.POST('/api/v1/programs/{id}/selection/draw/{step}', {
          params: { path: { id: programId, step } },
          headers,
          body: reason === undefined ? {} : { reason },
        }),
      ),
    () => cancelling.close(),
  );
  const { draw, steps } = data;
  return (
    <Stack component="section" gap="md">
      <Title order={2} size="h4">
        Draw
      </Title>
      <Stepper active={draw === null ? 0 : (AT[draw.state] ?? 0)} size="sm">
        {STEPS.map(([step, label, description]) => (
          <Stepper.Step key={step} label={label} description={description} />
        ))}
      </Stepper>
      {draw !== null && (
        <Text>
          {draw.places} places{draw.entries !== null && `, ${draw.entries} entries on the list`}.{' '}
          <Anchor
            renderRoot={(props) => <Link to="/draws/$drawId" params={{ drawId: draw.id }} {...props} />}
          >
            Public page of the draw
          </Anchor>
        </Text>
      )}
      {act.isError && !isCancelling && <ProblemNote error={act.error} />}
      <Group>
        {STEPS.filter(([step]) => steps.includes(step)).map(([step, , , button]) => (
          <Button key={step} loading={act.isPending} onClick={() => act.mutate({ step })}>
            {button}
          </Button>
        ))}
        {steps.includes('cancel') && (
          <Button variant="subtle" color="red" onClick={cancelling.open}>
            Cancel the draw
          </Button>
        )}
        {steps.length === 0 && (
          <Text c="dimmed">Nothing can be done now: the next step follows the deadline.</Text>
        )}
      </Group>
      {isCancelling && (
        <TextDialog
          title="Cancel the draw"
          lead="It stays public with your reason. A new one needs a new hash."
          label="Why"
          confirm="Cancel it"
          color="red"
          isBusy={act.isPending}
          error={act.error}
          onConfirm={(reason) => act.mutate({ step: 'cancel', reason })}
          onClose={cancelling.close}
        />
      )}
    </Stack>
  );
}
