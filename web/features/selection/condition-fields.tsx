import { Checkbox, Group, TextInput } from '@mantine/core';
import type { Field } from './use-selection';

const CONDITIONAL: readonly Field['kind'][] = ['number', 'choice', 'choices', 'yes_no'];

/** Whether a question is a condition for taking part, and what is said to who does not meet it. */
export function Condition({ field, onChange }: { field: Field; onChange: (part: Partial<Field>) => void }) {
  const { eligibility, kind, options } = field;
  if (!CONDITIONAL.includes(kind)) return null;
  return (
    <>
      <Checkbox
        mt="xs"
        label="It is a condition: who does not meet it is told at once"
        checked={eligibility !== null && eligibility !== undefined}
        onChange={(event) =>
          onChange({ eligibility: event.currentTarget.checked ? { wants: [], says: '' } : null })
        }
      />
      {eligibility !== null && eligibility !== undefined && (
        <>
          {kind !== 'number' && (
            <Checkbox.Group
              mt="xs"
              label="Answers that meet it"
              value={eligibility.wants}
              onChange={(wants) => onChange({ eligibility: { ...eligibility, wants } })}
            >
              <Group gap="md">
                {(kind === 'yes_no' ? ['yes', 'no'] : options).map((option) => (
                  <Checkbox key={option} value={option} label={option} />
                ))}
              </Group>
            </Checkbox.Group>
          )}
          <TextInput
            mt="xs"
            label="What somebody reads who does not meet it"
            required
            maxLength={500}
            value={eligibility.says}
            onChange={(event) =>
              onChange({ eligibility: { ...eligibility, says: event.currentTarget.value } })
            }
          />
        </>
      )}
    </>
  );
}
