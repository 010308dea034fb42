import { Alert, Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { When } from '../../ui/amounts';
import { HOLD_WORDS } from '../../ui/hold-words';
import { ProblemNote } from '../../ui/problem-note';
import { sendByKeys } from './send-by-keys';
import { useHold } from './use-hold';
import type { Detail } from './use-review';

type Reason = Schemas['HoldInput']['reason'];

const HOUR = 3_600_000;
const REASONS = (Object.entries(HOLD_WORDS) as [Reason, string][]).map(([value, words]) => ({
  value,
  label: words.charAt(0).toUpperCase() + words.slice(1),
}));

/** For how long, as far as the clock allows: with the deadline at the latest, or within a day where it has passed. */
function endsOf({ dueAt }: Pick<Detail, 'dueAt'>, now: number): { value: string; label: string }[] {
  const due = dueAt === null ? 0 : new Date(dueAt).getTime();
  const latest = due > now ? due : now + 24 * HOUR;
  const ends = ([1, 4, 12] as const)
    .filter((hours) => now + hours * HOUR < latest)
    .map((hours) => ({
      value: new Date(now + hours * HOUR).toISOString(),
      label: `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    }));
  if (due > now) return [...ends, { value: new Date(due).toISOString(), label: 'Until its deadline' }];
  return [...ends, { value: new Date(latest - 60_000).toISOString(), label: 'A day' }];
}

function Form({ detail, onHeld }: { detail: Detail; onHeld: () => void }) {
  const [ends] = useState(() => endsOf(detail, Date.now()));
  const [reason, setReason] = useState<Reason>('advice');
  const [until, setUntil] = useState(ends[0]?.value ?? '');
  const [note, setNote] = useState('');
  const { hold } = useHold(detail.id, onHeld);
  const text = note.trim();
  const send = () => {
    if (!hold.isPending) hold.mutate({ reason, until, ...(text === '' ? {} : { note: text }) });
  };
  return (
    <form
      aria-label="Put on hold"
      onKeyDown={sendByKeys}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack>
        <Text size="sm">
          It goes back to the queue and is offered to nobody until then. The clock goes on
          {detail.dueAt !== null && (
            <>
              : its deadline stays <When at={detail.dueAt} />
            </>
          )}
          .
        </Text>
        <Select
          label="Why"
          description="The artist reads it."
          allowDeselect={false}
          data={REASONS}
          value={reason}
          onChange={(value) => setReason(value as Reason)}
          data-autofocus
        />
        <Select
          label="For how long"
          allowDeselect={false}
          data={ends}
          value={until}
          onChange={(value) => setUntil(value ?? '')}
        />
        <Textarea
          label="Note for reviewers"
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {hold.isError && <ProblemNote error={hold.error} />}
        <Button type="submit" loading={hold.isPending}>
          Put it on hold
        </Button>
      </Stack>
    </form>
  );
}

export function HoldDialog({
  detail,
  opened,
  onClose,
  onHeld,
}: {
  detail: Detail;
  opened: boolean;
  onClose: () => void;
  onHeld: () => void;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title="Put on hold" centered>
      <Form detail={detail} onHeld={onHeld} />
    </Modal>
  );
}

/** That it is on hold, why and until when, and the way out for who may. */
export function HoldNote({ detail }: { detail: Detail }) {
  const { unhold } = useHold(detail.id, () => undefined);
  const { hold } = detail;
  if (hold === null) return null;
  return (
    <Alert mt="sm" color="gray" variant="light" title="On hold">
      <Text size="sm">
        Because {HOLD_WORDS[hold.reason]}; over <When at={hold.until} />. The clock goes on
        {detail.dueAt !== null && (
          <>
            : due <When at={detail.dueAt} />
          </>
        )}
        .
      </Text>
      {hold.note !== null && <Text size="sm">{hold.note}</Text>}
      {hold.mayEnd && (
        <Group mt="xs">
          <Button
            size="compact-sm"
            variant="default"
            loading={unhold.isPending}
            onClick={() => unhold.mutate()}
          >
            End the hold
          </Button>
        </Group>
      )}
      {unhold.isError && <ProblemNote error={unhold.error} />}
    </Alert>
  );
}
