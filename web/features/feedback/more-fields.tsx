import { Checkbox, Group, NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';

export const SEVERITIES = [
  ['minor', 'Minor'],
  ['major', 'Major'],
  ['blocking', 'I cannot work with it'],
] as const;
export type Severity = (typeof SEVERITIES)[number][0];

/** How bad it is: counts in the impact, with the formula on the item. */
export function SeverityChoice({ value, onChange }: { value: Severity; onChange: (next: Severity) => void }) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600} id="severity-label">
        How much does it matter?
      </Text>
      <Group>
        <SegmentedControl
          aria-labelledby="severity-label"
          data={SEVERITIES.map(([name, label]) => ({ value: name, label }))}
          value={value}
          onChange={(next) => onChange(next)}
        />
      </Group>
    </Stack>
  );
}

export function TitleField({ value, onChange }: { value: string; onChange: (next: string) => void }) {
  return (
    <TextInput
      label="Title"
      description="One line; without it the first of your text."
      maxLength={80}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Nobody asked for this time: it is recorded as volunteered, and pays nothing beside the price. */
export function MinutesField({
  value,
  onChange,
}: {
  value: number | null;
  onChange: (next: number | null) => void;
}) {
  return (
    <NumberInput
      label="Minutes it took you"
      description="If you like: the public numbers say how much time artists give unasked."
      maw={320}
      min={1}
      max={10_080}
      allowDecimal={false}
      clampBehavior="strict"
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  );
}

export function NamelessChoice({
  isPrivate,
  onChange,
}: {
  isPrivate: boolean;
  onChange: (next: boolean) => void;
}) {
  return (
    <Checkbox
      label="Send it without my name"
      description="The lab sees a pseudonym, and neither clip, prompt nor seed. It is paid all the same, under another number than the item’s."
      checked={isPrivate}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
