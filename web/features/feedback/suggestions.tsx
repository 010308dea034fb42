import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { StateBadge } from '../../ui/state-badge';

/** Characters before it is worth looking. */
const ENOUGH = 12;

const people = (count: number): string => (count === 1 ? 'one artist' : `${count} artists`);

/** What was said before and may be the same. Sending all the same is as good: a duplicate is paid at its own rate. */
export function Suggestions({
  programId,
  text,
  value,
  onChange,
}: {
  programId: string;
  text: string;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const [words] = useDebouncedValue(text.trim().slice(0, 1000), 400);
  const found = useQuery({
    queryKey: ['feedback-similar', programId, words],
    enabled: words.length >= ENOUGH,
    placeholderData: keepPreviousData,
    queryFn: () =>
      unwrap(api.GET('/api/v1/feedback/similar', { params: { query: { programId, text: words } } })),
  });
  const items = words.length >= ENOUGH ? (found.data?.items ?? []) : [];
  if (items.length === 0) return null;
  return (
    <Paper withBorder p="sm" component="section" aria-label="Said before">
      <Stack gap="xs">
        <Text size="sm">
          This may have been said before. Send it all the same: your words are kept, and a duplicate is paid
          at its own rate.
        </Text>
        {items.map((item) => (
          <Group key={item.id} justify="space-between" align="flex-start" wrap="nowrap">
            <div>
              <Group gap="xs">
                <Text size="sm" fw={600}>
                  {item.title}
                </Text>
                <StateBadge state={item.state} />
              </Group>
              <Text size="xs" c="dimmed">
                {item.isOwn ? 'By you, said' : 'Said'} by {people(item.popularity)}
                {item.shippedIn === null ? '' : `; shipped in ${item.shippedIn}`}
                {item.answer === null ? '' : `. The programme says: ${item.answer}`}
              </Text>
            </div>
            <Button
              size="compact-sm"
              flex="none"
              variant={value === item.id ? 'filled' : 'default'}
              aria-pressed={value === item.id}
              aria-label={`Mine is the same as “${item.title}”`}
              onClick={() => onChange(value === item.id ? null : item.id)}
            >
              {value === item.id ? 'Marked the same' : 'The same'}
            </Button>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
