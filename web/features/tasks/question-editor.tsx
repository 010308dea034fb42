import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Paper,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { ClipUpload } from './clip-upload';
import type { Clip, Question } from './use-tasks';

export const KINDS = [
  { value: 'text', label: 'Text' },
  { value: 'scale', label: 'Scale' },
  { value: 'choice', label: 'Choice' },
  { value: 'pairwise', label: 'Compare two clips' },
  { value: 'markers', label: 'Mark a clip' },
] as const;

export const emptyQuestion = (key: string, kind: Question['kind']): Question => ({
  key,
  label: '',
  help: '',
  kind,
  isRequired: true,
  maxLength: 2_000,
  min: 1,
  max: 5,
  minLabel: '',
  maxLabel: '',
  options: [],
  isMultiple: false,
  clips: [],
});

interface PartProps {
  readonly question: Question;
  readonly onChange: (question: Question) => void;
  readonly onClip: (clip: Clip) => void;
}

const numberOr = (value: string | number, other: number): number =>
  typeof value === 'number' ? value : other;

function ScalePart({ question, onChange }: PartProps) {
  const { min, max, minLabel, maxLabel } = question;
  return (
    <Group grow>
      <NumberInput
        label="From"
        min={0}
        max={10}
        value={min}
        onChange={(value) => onChange({ ...question, min: numberOr(value, min) })}
      />
      <NumberInput
        label="To"
        min={0}
        max={10}
        value={max}
        onChange={(value) => onChange({ ...question, max: numberOr(value, max) })}
      />
      <TextInput
        label="The lower end means"
        value={minLabel}
        onChange={({ currentTarget }) => onChange({ ...question, minLabel: currentTarget.value })}
      />
      <TextInput
        label="The upper end means"
        value={maxLabel}
        onChange={({ currentTarget }) => onChange({ ...question, maxLabel: currentTarget.value })}
      />
    </Group>
  );
}

function ChoicePart({ question, onChange }: PartProps) {
  return (
    <>
      <Textarea
        label="Options, one a line"
        autosize
        minRows={2}
        value={question.options.join('\n')}
        onChange={({ currentTarget }) => onChange({ ...question, options: currentTarget.value.split('\n') })}
      />
      <Checkbox
        label="More than one can be chosen"
        checked={question.isMultiple}
        onChange={({ currentTarget }) => onChange({ ...question, isMultiple: currentTarget.checked })}
      />
    </>
  );
}

function ClipsPart({ question, onChange, onClip }: PartProps) {
  const names = question.kind === 'pairwise' ? ['Clip A', 'Clip B'] : ['Clip to mark'];
  return (
    <Group align="flex-start">
      {names.map((name, index) => (
        <ClipUpload
          key={name}
          label={name}
          clip={question.clips[index]}
          onDone={(clip) => {
            onClip(clip);
            const clips = [...question.clips];
            clips[index] = clip.id;
            onChange({ ...question, clips });
          }}
        />
      ))}
    </Group>
  );
}

const PARTS: Readonly<Partial<Record<Question['kind'], (props: PartProps) => ReactNode>>> = {
  scale: ScalePart,
  choice: ChoicePart,
  pairwise: ClipsPart,
  markers: ClipsPart,
};

/** One question as its maker writes it. */
export function QuestionEditor({
  question,
  number,
  onChange,
  onClip,
  onRemove,
}: PartProps & { readonly number: number; readonly onRemove: () => void }) {
  const Part = PARTS[question.kind];
  return (
    <Paper withBorder p="md" role="group" aria-label={`Question ${number}`}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput
            label={`Question ${number}`}
            required
            maxLength={300}
            value={question.label}
            onChange={({ currentTarget }) => onChange({ ...question, label: currentTarget.value })}
          />
          <Select
            label="Kind"
            data={[...KINDS]}
            allowDeselect={false}
            value={question.kind}
            onChange={(kind) => kind !== null && onChange({ ...question, kind, clips: [], options: [] })}
          />
        </Group>
        <TextInput
          label="A sentence below it"
          value={question.help}
          onChange={({ currentTarget }) => onChange({ ...question, help: currentTarget.value })}
        />
        {Part !== undefined && <Part question={question} onChange={onChange} onClip={onClip} />}
        <Group justify="space-between">
          <Checkbox
            label="Must be answered"
            checked={question.isRequired}
            onChange={({ currentTarget }) => onChange({ ...question, isRequired: currentTarget.checked })}
          />
          <Button variant="subtle" color="red" onClick={onRemove}>
            Remove question {number}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
