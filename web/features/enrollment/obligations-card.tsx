import { List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../../api/client';

type Line = Schemas['ObligationView'];

const dayOf = (at: string): string => new Date(at).toLocaleDateString(undefined, { dateStyle: 'long' });

function Part({ title, lines }: { title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      <List size="sm" spacing={4}>
        {lines.map((line) => (
          <List.Item key={`${line.clauseId} ${line.says}`}>
            {line.says}{' '}
            <Text span c="dimmed" size="sm">
              ({line.clauseId}
              {line.until !== null && `, until ${dayOf(line.until)}`})
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

/** On one screen: what one may do, what not, and until when. */
export function ObligationsCard({ card }: { card: Schemas['ObligationsView'] }) {
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={2} size="h4">
          What I agreed to
        </Title>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          <Part title="I may" lines={card.may} />
          <Part title="I may not" lines={card.mayNot} />
          <Part title="This applies" lines={card.applies} />
          <Stack gap="xs">
            <Title order={3} size="h5">
              Always
            </Title>
            <List size="sm" spacing={4}>
              {card.always.map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </Stack>
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}
