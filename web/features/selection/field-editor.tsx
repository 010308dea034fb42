import {
  ActionIcon,
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  Select,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { Condition } from './condition-fields';
import type { Field } from './use-selection';

const KINDS: readonly { value: Field['kind']; label: string }[] = [
  { value: 'line', label: 'One line' },
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'choice', label: 'One of several' },
  { value: 'choices', label: 'Some of several' },
  { value: 'yes_no', label: 'Yes or no' },
  { value: 'date', label: 'Date' },
  { value: 'link', label: 'Web address' },
];
/** Another kind keeps the words and drops what only fits the old one. */
const ofKind = (field: Field, kind: Field['kind']): Field => ({
  ...field,
  kind,
  options: kind === 'choice' || kind === 'choices' ? field.options : [],
  maxLength: null,
  min: null,
  max: null,
  eligibility: null,
});

type Change = (part: Partial<Field>) => void;

const numberOf = (value: string | number) => (typeof value === 'number' ? value : null);

function Bounds({ field, onChange }: { field: Field; onChange: Change }) {
  if (field.kind === 'number')
    return (
      <Group grow>
        <NumberInput
          label="Least"
          value={field.min ?? ''}
          onChange={(value) => onChange({ min: numberOf(value) })}
        />
        <NumberInput
          label="Greatest"
          value={field.max ?? ''}
          onChange={(value) => onChange({ max: numberOf(value) })}
        />
      </Group>
    );
  if (field.kind === 'line' || field.kind === 'text')
    return (
      <NumberInput
        label="Characters at most"
        min={1}
        max={8_000}
        value={field.maxLength ?? ''}
        onChange={(value) => onChange({ maxLength: numberOf(value) })}
      />
    );
  if (field.kind === 'choice' || field.kind === 'choices')
    return (
      <TagsInput
        label="Options"
        description="Type one and press Enter"
        value={field.options}
        onChange={(options) => onChange({ options })}
      />
    );
  return null;
}

/** One question of the form that is being written. */
export function FieldEditor({
  field,
  index,
  count,
  onChange,
  onMove,
  onRemove,
}: {
  field: Field;
  index: number;
  count: number;
  onChange: Change;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  return (
    <Fieldset legend={`Question ${index + 1}`}>
      <Group align="flex-end" wrap="nowrap">
        <TextInput
          label="Question"
          required
          style={{ flex: 1 }}
          maxLength={300}
          value={field.label}
          onChange={(event) => onChange({ label: event.currentTarget.value })}
        />
        <Select
          label="Answer"
          allowDeselect={false}
          w={180}
          data={[...KINDS]}
          value={field.kind}
          onChange={(value) => {
            const kind = KINDS.find((one) => one.value === value)?.value;
            if (kind !== undefined) onChange(ofKind(field, kind));
          }}
        />
      </Group>
      <TextInput
        label="A sentence below it"
        maxLength={500}
        value={field.help}
        onChange={(event) => onChange({ help: event.currentTarget.value })}
      />
      <Bounds field={field} onChange={onChange} />
      <Group mt="xs">
        <Checkbox
          label="Must be answered"
          checked={field.isRequired}
          onChange={(event) => onChange({ isRequired: event.currentTarget.checked })}
        />
        <Checkbox
          label="Tells who they are: reviewers do not see it"
          checked={!field.isBlind}
          onChange={(event) => onChange({ isBlind: !event.currentTarget.checked })}
        />
      </Group>
      <Condition field={field} onChange={onChange} />
      <Group justify="flex-end" gap={4}>
        <ActionIcon
          variant="subtle"
          aria-label={`Move question ${index + 1} up`}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          aria-label={`Move question ${index + 1} down`}
          disabled={index === count - 1}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={`Remove question ${index + 1}`}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
    </Fieldset>
  );
}
