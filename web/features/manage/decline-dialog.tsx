import { ActionIcon, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { DECLINE_GROUNDS } from '../../ui/decline-reasons';
import { FormDialog } from '../../ui/form-dialog';

type Reason = Schemas['DeclineReasonBody'];

const GROUNDS = Object.entries(DECLINE_GROUNDS).map(([value, label]) => ({
  value: value as Reason['code'],
  label,
}));

/** Everybody who is declined reads why; the grounds are a closed list. */
export function DeclineDialog({
  name,
  isBusy,
  error,
  onDecline,
  onClose,
}: {
  name: string;
  isBusy: boolean;
  error: unknown;
  onDecline: (reasons: Reason[], note: string) => void;
  onClose: () => void;
}) {
  const [reasons, setReasons] = useState<Reason[]>([{ code: 'capacity', text: '' }]);
  const [note, setNote] = useState('');
  const set = (index: number, change: Partial<Reason>) =>
    setReasons(reasons.map((reason, at) => (at === index ? { ...reason, ...change } : reason)));
  return (
    <FormDialog
      opened
      title={`Decline ${name}`}
      confirm="Decline with these reasons"
      color="red"
      isBusy={isBusy}
      isReady={reasons.length > 0 && reasons.every(({ text }) => text.trim() !== '')}
      error={error}
      onConfirm={() => onDecline(reasons, note.trim())}
      onClose={onClose}
    >
      <Text size="sm">{name} reads these reasons. The application ends with it.</Text>
      {reasons.map((reason, index) => (
        <Stack key={index} gap={4}>
          <Group align="flex-end" wrap="nowrap">
            <Select
              label="Ground"
              required
              allowDeselect={false}
              style={{ flex: 1 }}
              data={GROUNDS}
              value={reason.code}
              onChange={(code) => set(index, { code: GROUNDS.find(({ value }) => value === code)?.value })}
            />
            {reasons.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label="Remove this reason"
                onClick={() => setReasons(reasons.filter((_, at) => at !== index))}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
          </Group>
          <Textarea
            label="In words"
            required
            autosize
            minRows={2}
            value={reason.text}
            onChange={(event) => set(index, { text: event.currentTarget.value })}
          />
        </Stack>
      ))}
      <Group>
        <Button size="xs" variant="light" onClick={() => setReasons([...reasons, { code: 'fit', text: '' }])}>
          Another reason
        </Button>
      </Group>
      <Textarea
        label="Note for the programme"
        description="Not shown to the artist"
        autosize
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
