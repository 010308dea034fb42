import { Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { MarkersField } from './markers-field';
import { PairwiseField } from './pairwise-field';
import type { Clip, Question } from './use-tasks';

interface FieldProps {
  readonly question: Question;
  readonly clips: readonly Clip[];
  readonly value: unknown;
  readonly isReadOnly: boolean;
  readonly onChange: (value: unknown) => void;
}

function TextField({ question, value, isReadOnly, onChange }: FieldProps) {
  return (
    <Textarea
      label={question.label}
      description={question.help}
      required={question.isRequired}
      maxLength={question.maxLength}
      readOnly={isReadOnly}
      autosize
      minRows={2}
      value={typeof value === 'string' ? value : ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function ScaleField({ question, value, isReadOnly, onChange }: FieldProps) {
  const { min, max, minLabel, maxLabel } = question;
  const steps = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return (
    <Radio.Group
      label={question.label}
      description={question.help}
      required={question.isRequired}
      value={typeof value === 'number' ? String(value) : null}
      onChange={(step) => onChange(Number(step))}
    >
      <Group mt="xs" gap="md">
        {minLabel !== '' && (
          <Text size="sm" c="dimmed">
            {minLabel}
          </Text>
        )}
        {steps.map((step) => (
          <Radio key={step} value={String(step)} label={String(step)} disabled={isReadOnly} />
        ))}
        {maxLabel !== '' && (
          <Text size="sm" c="dimmed">
            {maxLabel}
          </Text>
        )}
      </Group>
    </Radio.Group>
  );
}

function ChoiceField({ question, value, isReadOnly, onChange }: FieldProps) {
  const { label, help, isRequired, options, isMultiple } = question;
  if (isMultiple)
    return (
      <Checkbox.Group
        label={label}
        description={help}
        required={isRequired}
        value={Array.isArray(value) ? (value as string[]) : []}
        onChange={onChange}
      >
        <Stack mt="xs" gap="xs">
          {options.map((option) => (
            <Checkbox key={option} value={option} label={option} disabled={isReadOnly} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  return (
    <Radio.Group
      label={label}
      description={help}
      required={isRequired}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    >
      <Stack mt="xs" gap="xs">
        {options.map((option) => (
          <Radio key={option} value={option} label={option} disabled={isReadOnly} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

const FIELDS = {
  text: TextField,
  scale: ScaleField,
  choice: ChoiceField,
  pairwise: PairwiseField,
  markers: MarkersField,
} as const;

/** One question of a task, of whatever kind. */
export function QuestionField(props: FieldProps) {
  const Field = FIELDS[props.question.kind];
  return <Field {...props} />;
}
