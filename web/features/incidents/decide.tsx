import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { useClose, type IncidentDetail } from './use-incidents';

/** Whether the key was in wrong hands: what it made is hidden, or given out. */
export function Decide({ incident }: { incident: IncidentDetail }) {
  const close = useClose(incident.id);
  const [verb, setVerb] = useState<'confirm' | 'dismiss' | null>(null);
  const [reason, setReason] = useState('');
  if (incident.available.length === 0) return null;
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={2} size="h4">
          What was it?
        </Title>
        <Text size="sm">
          The key is stopped either way and is never revived; its owner can replace it by one click. Say what
          it was, so that what it made is hidden or given out.
        </Text>
        <Group>
          <Button color="red" onClick={() => setVerb('confirm')}>
            In wrong hands
          </Button>
          <Button variant="default" onClick={() => setVerb('dismiss')}>
            It was its owner: release
          </Button>
        </Group>
        <FormDialog
          opened={verb !== null}
          title={verb === 'dismiss' ? 'Release what was withheld' : 'It was in wrong hands'}
          confirm={verb === 'dismiss' ? 'Release' : 'Close the incident'}
          isBusy={close.isPending}
          isReady={reason.trim().length >= 3}
          error={close.error}
          onConfirm={() =>
            verb !== null && close.mutate({ verb, reason }, { onSuccess: () => setVerb(null) })
          }
          onClose={() => setVerb(null)}
        >
          <Textarea
            label="Why"
            description="Its owner reads this."
            autosize
            minRows={3}
            maxLength={500}
            withAsterisk
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </FormDialog>
      </Stack>
    </Paper>
  );
}
