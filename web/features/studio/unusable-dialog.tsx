import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../../api/client';
import { FormDialog } from '../../ui/form-dialog';
import { REASONS } from './unusable-reasons';
import { quotaQuery, type Clip } from './use-clips';

type Reason = Schemas['UnusableInput']['reason'];

/** Asks why a finished clip is of no use; its credits come back, and it can be no keeper any more. */
export function UnusableDialog({
  clip,
  opened,
  onClose,
}: {
  clip: Clip;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [reason, setReason] = useState<string>('');
  const [note, setNote] = useState('');
  const [key] = useState(newIdempotencyKey);
  const mark = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/generations/{id}/unusable', {
          params: { path: { id: clip.id } },
          headers: { 'Idempotency-Key': key },
          body: { reason: reason as Reason, ...(note.trim() === '' ? {} : { note }) },
        }),
      ),
    onSuccess: async () => {
      await Promise.all(
        [['clip', clip.id], ['clips'], quotaQuery.queryKey].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
      notifications.show({ message: `${clip.credits} credits are back on the balance that paid.` });
      onClose();
    },
  });
  return (
    <FormDialog
      opened={opened}
      title="Unusable, credits back"
      confirm={`Get ${clip.credits} credits back`}
      isBusy={mark.isPending}
      isReady={reason !== ''}
      error={mark.error}
      onConfirm={() => mark.mutate()}
      onClose={onClose}
    >
      <Radio.Group label="What is wrong with it?" value={reason} onChange={setReason} required>
        <Stack gap="xs" mt="xs">
          {Object.entries(REASONS).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label="In your own words"
        description="Optional; it helps those who train the model."
        maxLength={1_000}
        autosize
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        The clip stays here, but it can be no keeper any more.
      </Text>
    </FormDialog>
  );
}
