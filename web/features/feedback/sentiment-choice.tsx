import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { SENTIMENTS, type SentimentLabel } from './words';

/** For the published comparison alone. */
export function SentimentChoice({
  value,
  onChange,
}: {
  value: SentimentLabel;
  onChange: (next: SentimentLabel) => void;
}) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600} id="sentiment-label">
        How do you mean it?
      </Text>
      <Text size="xs" c="dimmed" id="sentiment-help">
        Hidden from everybody who decides about your pay. Only the published numbers use it, to show whether
        critical feedback is treated like favourable feedback.
      </Text>
      <Group>
        <SegmentedControl
          aria-labelledby="sentiment-label"
          aria-describedby="sentiment-help"
          data={SENTIMENTS.map(([name, label]) => ({ value: name, label }))}
          styles={{ label: { paddingInline: 8 } }}
          value={value}
          onChange={onChange}
        />
      </Group>
    </Stack>
  );
}
