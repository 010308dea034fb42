import { Checkbox, Group, NumberInput, Radio, Select, Textarea, TextInput } from '@mantine/core';
import type { Answer, Field } from './use-applications';

interface Props {
  readonly field: Field;
  readonly value: Answer | undefined;
  /** What is wrong with the answer, from the server. */
  readonly error?: string | undefined;
  readonly onChange: (value: Answer | undefined) => void;
}

const textOf = (value: Answer | undefined): string => (typeof value === 'string' ? value : '');
const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);

function ChoiceField({ field, value, onChange, ...looks }: Props & { label: string; description?: string }) {
  if (field.options.length > 6)
    return (
      <Select
        {...looks}
        required={field.isRequired}
        searchable
        clearable={!field.isRequired}
        data={field.options}
        value={textOf(value) || null}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  return (
    <Radio.Group {...looks} required={field.isRequired} value={textOf(value) || null} onChange={onChange}>
      <Group gap="md" mt={4}>
        {field.options.map((option) => (
          <Radio key={option} value={option} label={option} />
        ))}
      </Group>
    </Radio.Group>
  );
}

/** The kinds that are typed. */
function TextField({ field, value, onChange, ...looks }: Props & { label: string; description?: string }) {
  const text = textOf(value);
  const most = field.maxLength ?? (field.kind === 'text' ? 8_000 : field.kind === 'link' ? 500 : 300);
  const shared = {
    ...looks,
    required: field.isRequired,
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => onChange(orNothing(event.currentTarget.value)),
  };
  if (field.kind === 'date') return <TextInput {...shared} type="date" maw={220} />;
  if (field.kind === 'link')
    return <TextInput {...shared} type="url" placeholder="https://" maxLength={most} />;
  const counted = {
    ...shared,
    maxLength: most,
    description: `${looks.description === undefined ? '' : `${looks.description} `}${text.length} of ${most} characters.`,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      'label' | 'input' | 'description' | 'error'
    )[],
  };
  return field.kind === 'text' ? <Textarea {...counted} autosize minRows={3} /> : <TextInput {...counted} />;
}

/** One question of a form, drawn by its kind. An answer taken away is `undefined`: it is not sent. */
export function AnswerField(props: Props) {
  const { field, value, error, onChange } = props;
  const looks = {
    label: field.label,
    ...(field.help !== '' && { description: field.help }),
    ...(error !== undefined && { error }),
  };
  switch (field.kind) {
    case 'number':
      return (
        <NumberInput
          {...looks}
          required={field.isRequired}
          maw={220}
          {...(field.eligibility === null && field.min !== null && { min: field.min })}
          {...(field.eligibility === null && field.max !== null && { max: field.max })}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'yes_no':
      return (
        <Radio.Group
          {...looks}
          required={field.isRequired}
          value={value === undefined ? null : value === true ? 'yes' : 'no'}
          onChange={(next) => onChange(next === 'yes')}
        >
          <Group gap="md" mt={4}>
            <Radio value="yes" label="Yes" />
            <Radio value="no" label="No" />
          </Group>
        </Radio.Group>
      );
    case 'choices':
      return (
        <Checkbox.Group
          {...looks}
          required={field.isRequired}
          value={Array.isArray(value) ? value : []}
          onChange={(next) => onChange(next.length === 0 ? undefined : next)}
        >
          <Group gap="md" mt={4}>
            {field.options.map((option) => (
              <Checkbox key={option} value={option} label={option} />
            ))}
          </Group>
        </Checkbox.Group>
      );
    case 'choice':
      return <ChoiceField {...props} {...looks} />;
    default:
      return <TextField {...props} {...looks} />;
  }
}
