import { Alert, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useActKey } from '../api/act-key';
import { api, unwrap, type Schemas } from '../api/client';
import { ProblemNote } from './problem-note';

type Reason = Schemas['VoidView']['reason'];

/** What was paid for: an item of feedback, or a seat of a task. */
export type PaidWork = Pick<Schemas['VoidInput'], 'subject' | 'subjectId'>;

const REASONS: readonly { value: Reason; label: string }[] = [
  { value: 'copied', label: 'Copied from somebody else or from another item' },
  { value: 'bulk_made', label: 'Made in bulk by a program' },
  { value: 'not_done', label: 'Has nothing to do with what was asked' },
  { value: 'shared_account', label: 'Done by somebody else than the artist' },
  { value: 'paid_by_mistake', label: 'Paid for the wrong item or twice' },
];
/** Items and seats show what is proposed about their pay. */
function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all(['feedback', 'tasks'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
}

function ProposeForm({ work, onBack }: { work: PaidWork; onBack: () => void }) {
  const refresh = useRefresh();
  const keys = useActKey();
  const form = useForm({
    initialValues: { reason: null as Reason | null, facts: '' },
    validate: {
      reason: (value) => (value === null ? 'Choose the reason.' : null),
      facts: (value) => (value.trim().length < 20 ? 'At least 20 characters: what was found?' : null),
    },
  });
  const propose = useMutation({
    mutationFn: (body: { reason: Reason; facts: string }) =>
      unwrap(
        api.POST('/api/v1/feedback-voids', {
          headers: keys.headers(JSON.stringify(body)),
          body: { ...work, ...body },
        }),
      ),
    onSuccess: async () => {
      onBack();
      await refresh();
    },
  });
  return (
    <form
      aria-label="Take back its pay"
      onSubmit={form.onSubmit(({ reason, facts }) => {
        if (reason !== null) propose.mutate({ reason, facts });
      })}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Another person confirms. The artist gets a statement of reasons and may appeal. That somebody said
          it before, tone and opinion are no reasons.
        </Text>
        <Select label="Reason" required data={[...REASONS]} {...form.getInputProps('reason')} />
        <Textarea
          label="What was found"
          description="The artist reads it."
          required
          autosize
          minRows={2}
          maxLength={5000}
          {...form.getInputProps('facts')}
        />
        {propose.isError && <ProblemNote error={propose.error} />}
        <Group>
          <Button type="submit" color="red" loading={propose.isPending}>
            Propose
          </Button>
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Open({ id }: { id: string }) {
  const refresh = useRefresh();
  const keys = useActKey();
  const row = useQuery({
    queryKey: ['feedback', 'void', id],
    queryFn: () => unwrap(api.GET('/api/v1/feedback-voids/{id}', { params: { path: { id } } })),
  });
  const step = useMutation({
    mutationFn: (verb: 'confirm' | 'drop') =>
      unwrap(
        api.POST('/api/v1/feedback-voids/{id}/{verb}', {
          params: { path: { id, verb } },
          headers: keys.headers(verb),
          body: {},
        }),
      ),
    onSettled: refresh,
  });
  if (row.data === undefined) return null;
  const { says, facts, proposedBy, decidedBy, state, isLookedAt, available } = row.data;
  return (
    <Alert
      color="red"
      variant="light"
      title={state === 'confirmed' ? 'Pay taken back' : 'Taking back its pay is proposed'}
    >
      <Stack gap="xs">
        <Text size="sm">{says}</Text>
        <Text size="sm">{facts}</Text>
        <Text size="sm">
          Proposed by {proposedBy}
          {decidedBy === null ? '' : `, confirmed by ${decidedBy}`}.
          {isLookedAt &&
            ' A second look comes before it takes effect; until then nobody confirms or drops it.'}
          {available.length === 1 && state === 'proposed' && ' Another person confirms.'}
        </Text>
        {step.isError && <ProblemNote error={step.error} />}
        <Group>
          {available.includes('confirm') && (
            <Button color="red" loading={step.isPending} onClick={() => step.mutate('confirm')}>
              Confirm as the second person
            </Button>
          )}
          {available.includes('drop') && (
            <Button variant="default" loading={step.isPending} onClick={() => step.mutate('drop')}>
              Drop the proposal
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

/** Pay that was accepted can be taken back by two people, for a reason of the published list. */
export function VoidPanel({
  work,
  voidId,
  isPaid,
}: {
  work: PaidWork;
  /** Of what is proposed or in force. */
  voidId: string | undefined;
  isPaid: boolean;
}) {
  const [isAsked, setAsked] = useState(false);
  if (voidId !== undefined) return <Open id={voidId} />;
  if (!isPaid) return null;
  if (isAsked) return <ProposeForm work={work} onBack={() => setAsked(false)} />;
  return (
    <Group>
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsked(true)}>
        Take back its pay…
      </Button>
    </Group>
  );
}
