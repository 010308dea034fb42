import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemNote } from '../../ui/problem-note';
import { OriginalSelect } from './original-select';
import type { Feedback, FeedbackStep, FeedbackVerb, useFeedbackStep } from './use-feedback';

/** What each step asks for before it is sent. The closed list of reasons knows neither tone nor opinion. */
const ASKS: Partial<
  Record<
    FeedbackVerb,
    {
      says: string;
      answer: string;
      confirm: string;
      isAnswerNeeded: boolean;
      needs?: 'reason' | 'of' | 'version';
    }
  >
> = {
  accept: {
    says: 'Accepted feedback is paid by the rate card in force on the day it was sent.',
    answer: 'Answer to the artist',
    confirm: 'Accept and pay',
    isAnswerNeeded: false,
  },
  decline: {
    says: 'The artist reads reason and answer.',
    answer: 'Answer to the artist',
    confirm: 'Decline',
    isAnswerNeeded: true,
    needs: 'reason',
  },
  markDuplicate: {
    says: 'A duplicate is paid at its own rate, and follows the original.',
    answer: 'Answer to the artist',
    confirm: 'Mark as duplicate',
    isAnswerNeeded: true,
    needs: 'of',
  },
  askInfo: {
    says: 'The clock stands still until the artist answers.',
    answer: 'Your question',
    confirm: 'Ask',
    isAnswerNeeded: true,
  },
  ship: {
    says: 'The artist is told in which version, and credited.',
    answer: 'What was done',
    confirm: 'Mark as shipped',
    isAnswerNeeded: true,
    needs: 'version',
  },
};

export const asksFirst = (verb: FeedbackVerb): boolean => ASKS[verb] !== undefined;

const REASONS = [
  { value: 'not_reproducible', label: 'It cannot be reproduced' },
  { value: 'known_limit', label: 'A known limit of the model' },
  { value: 'out_of_scope', label: 'Outside of what the programme tests' },
  { value: 'not_actionable', label: 'Nothing can be done with it' },
  { value: 'not_genuine', label: 'Not genuine' },
] as const;

type Draft = { answer: string; reason: string; of: string; version: string };

function bodyOf(verb: FeedbackVerb, { answer, reason, of, version }: Draft): FeedbackStep {
  const known = REASONS.find(({ value }) => value === reason)?.value;
  return {
    verb,
    ...(answer.trim() !== '' && { answer }),
    ...(known !== undefined && { reason: known }),
    ...(verb === 'markDuplicate' && of !== '' && { of }),
    ...(version !== '' && { version }),
  };
}

/** The form of one step: answer, and reason, original or version where the step needs it. */
export function StepForm({
  item,
  verb,
  step,
  onBack,
}: {
  item: Feedback;
  verb: FeedbackVerb;
  step: ReturnType<typeof useFeedbackStep>;
  onBack: () => void;
}) {
  const asks = ASKS[verb];
  const form = useForm<Draft>({
    initialValues: { answer: '', reason: '', of: item.similarTo ?? '', version: '' },
    validate: {
      answer: (value) =>
        asks?.isAnswerNeeded === true && value.trim() === '' ? 'The artist gets an answer.' : null,
      reason: (value) => (asks?.needs === 'reason' && value === '' ? 'Choose the reason.' : null),
      of: (value) => (asks?.needs === 'of' && value === '' ? 'Choose the original.' : null),
      version: (value) => (asks?.needs === 'version' && value === '' ? 'Name the version.' : null),
    },
  });
  if (asks === undefined) return null;
  return (
    <form aria-label={asks.confirm} onSubmit={form.onSubmit((draft) => step.mutate(bodyOf(verb, draft)))}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {asks.says}
        </Text>
        {asks.needs === 'reason' && (
          <Select label="Reason" required data={[...REASONS]} {...form.getInputProps('reason')} />
        )}
        {asks.needs === 'of' && (
          <OriginalSelect
            item={item}
            value={form.values.of}
            error={form.errors.of}
            onChange={(of) => form.setFieldValue('of', of)}
          />
        )}
        {asks.needs === 'version' && (
          <TextInput
            label="Version it shipped in"
            required
            maxLength={60}
            {...form.getInputProps('version')}
          />
        )}
        <Textarea
          label={asks.answer}
          required={asks.isAnswerNeeded}
          autosize
          minRows={3}
          maxLength={5000}
          {...form.getInputProps('answer')}
        />
        {step.isError && <ProblemNote error={step.error} />}
        <Group>
          <Button type="submit" loading={step.isPending} color={verb === 'decline' ? 'red' : undefined}>
            {asks.confirm}
          </Button>
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
