import { Button, Fieldset, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import type { Schemas } from '../api/client';

export type CriterionDraft = Schemas['CriterionShape'];

const ANCHORS = ['Not there', 'Hints of it', 'Fair', 'Strong', 'Outstanding'];

/** A rubric starts with two criteria, so that nobody faces an empty form. */
export const STARTING_RUBRIC: CriterionDraft[] = [
  { key: 'idea', title: 'Idea', weight: 50, anchors: [...ANCHORS] },
  { key: 'craft', title: 'Craft', weight: 50, anchors: [...ANCHORS] },
];

const keyOf = (title: string, index: number): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 30) || `c${index + 1}`;

/** Criteria with their weights and what each score means. */
export function RubricFields({
  rubric,
  onChange,
}: {
  rubric: readonly CriterionDraft[];
  onChange: (rubric: CriterionDraft[]) => void;
}) {
  const change = (index: number, part: Partial<CriterionDraft>) =>
    onChange(rubric.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const total = rubric.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <Stack>
      {rubric.map((criterion, index) => (
        <Fieldset key={index} legend={`Criterion ${index + 1}`}>
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              label="Name"
              required
              style={{ flex: 1 }}
              value={criterion.title}
              onChange={(event) => {
                const title = event.currentTarget.value;
                change(index, { title, key: keyOf(title, index) });
              }}
            />
            <NumberInput
              label="Weight, %"
              w={110}
              min={1}
              max={100}
              value={criterion.weight}
              onChange={(weight) => change(index, { weight: Number(weight) })}
            />
          </Group>
          {criterion.anchors.map((anchor, score) => (
            <TextInput
              key={score}
              label={`${score + 1} means`}
              size="sm"
              value={anchor}
              onChange={(event) =>
                change(index, {
                  anchors: criterion.anchors.map((one, at) =>
                    at === score ? event.currentTarget.value : one,
                  ),
                })
              }
            />
          ))}
          <Button
            mt="xs"
            size="compact-sm"
            variant="subtle"
            color="red"
            disabled={rubric.length === 1}
            onClick={() => onChange(rubric.filter((_, at) => at !== index))}
          >
            Remove criterion {index + 1}
          </Button>
        </Fieldset>
      ))}
      <Group justify="space-between">
        <Button
          variant="light"
          onClick={() =>
            onChange([
              ...rubric,
              {
                key: `c${rubric.length + 1}`,
                title: '',
                weight: Math.max(1, 100 - total),
                anchors: [...ANCHORS],
              },
            ])
          }
        >
          Add a criterion
        </Button>
        <Text size="sm" role="status">
          {total === 100 ? 'The weights sum to 100.' : `The weights sum to ${total} instead of 100.`}
        </Text>
      </Group>
    </Stack>
  );
}
