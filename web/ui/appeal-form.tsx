import { Button, Group, Paper, Stack, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemNote } from './problem-note';

/** Asks for a second look at a decision: of a submission, or of anything that has a statement of reasons. */
export function AppealForm({
  within,
  isBusy,
  error,
  onFile,
}: {
  /** Until when it is answered, such as `within seven days`. */
  within?: string;
  isBusy: boolean;
  /** `null`: none. */
  error: Error | null;
  onFile: (grounds: string) => void;
}) {
  const form = useForm({
    initialValues: { grounds: '' },
    validate: {
      grounds: (value) =>
        value.trim().length < 10 ? 'Say in a sentence what is wrong with the decision.' : null,
    },
  });
  const answered = ['answers with reasons', ...(within === undefined ? [] : [within])].join(' ');
  return (
    <Paper withBorder p="lg" component="section">
      <form onSubmit={form.onSubmit(({ grounds }) => onFile(grounds.trim()))} aria-label="Appeal">
        <Stack>
          <Title order={2} size="h4">
            Appeal
          </Title>
          <Textarea
            label="Why is the decision wrong?"
            description={`Somebody who took no part hears it and ${answered}. It costs nothing and changes nothing else.`}
            autosize
            minRows={3}
            maxLength={5000}
            {...form.getInputProps('grounds')}
          />
          {error !== null && <ProblemNote error={error} />}
          <Group>
            <Button type="submit" loading={isBusy}>
              File the appeal
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
