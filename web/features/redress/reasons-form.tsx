import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemNote } from '../../ui/problem-note';

export interface Answer<V extends string> {
  readonly verb: V;
  readonly label: string;
  /** What follows from it, in a sentence. */
  readonly follows: string;
  readonly color?: string;
}

/** An answer with its reasons: nothing is answered without. */
export function ReasonsForm<V extends string>({
  name,
  answers,
  isBusy,
  error,
  onAnswer,
}: {
  name: string;
  answers: readonly Answer<V>[];
  isBusy: boolean;
  error: unknown;
  onAnswer: (verb: V, reasons: string) => void;
}) {
  const form = useForm({
    initialValues: { reasons: '' },
    validate: {
      reasons: (value) => (value.trim().length < 20 ? 'Answer in at least 20 characters.' : null),
    },
  });
  if (answers.length === 0) return null;
  return (
    <form aria-label={name} onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Textarea
          label="Your reasons"
          description="Kept and read as they are; at least 20 characters"
          required
          autosize
          minRows={4}
          maxLength={5000}
          {...form.getInputProps('reasons')}
        />
        {error !== null && <ProblemNote error={error} />}
        <Group align="flex-start">
          {answers.map(({ verb, label, follows, color }) => (
            <Stack key={verb} gap={2} maw={230}>
              <Button
                color={color}
                variant="light"
                loading={isBusy}
                onClick={() => form.onSubmit(({ reasons }) => onAnswer(verb, reasons.trim()))()}
              >
                {label}
              </Button>
              <Text size="xs" c="dimmed">
                {follows}
              </Text>
            </Stack>
          ))}
        </Group>
      </Stack>
    </form>
  );
}
