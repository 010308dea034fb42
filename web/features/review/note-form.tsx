import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemNote } from '../../ui/problem-note';
import { sendByKeys } from './send-by-keys';

/** A step that needs a sentence: what to change, or why somebody else should decide. */
export function NoteForm({
  title,
  lead,
  label,
  confirm,
  isBusy,
  error,
  onSend,
  onBack,
}: {
  title: string;
  lead: string;
  label: string;
  confirm: string;
  isBusy: boolean;
  error: unknown;
  onSend: (note: string) => void;
  onBack: () => void;
}) {
  const form = useForm({
    initialValues: { note: '' },
    validate: {
      note: (value) => (value.trim().length < 10 ? 'Write at least 10 characters.' : null),
    },
  });
  return (
    <form onSubmit={form.onSubmit(({ note }) => onSend(note))} onKeyDown={sendByKeys} aria-label={title}>
      <Stack>
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {lead}
          </Text>
        </div>
        <Textarea
          label={label}
          required
          autosize
          minRows={4}
          maxLength={4000}
          data-autofocus
          autoFocus
          {...form.getInputProps('note')}
        />
        {error !== null && <ProblemNote error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
          <Button type="submit" loading={isBusy}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
