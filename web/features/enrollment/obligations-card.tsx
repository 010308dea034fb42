import { Anchor, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
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
            {line.examples[0] !== undefined && (
              <Text c="dimmed" size="xs">
                For example: {line.examples.join(' · ')}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

/** On one screen: what one may do, what not, and until when. */
export function ObligationsCard({
  card,
  version,
}: {
  card: Schemas['ObligationsView'];
  /** The terms that govern; null: nothing binds yet. */
  version: number | null;
}) {
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={2} size="h4">
          What I agreed to
        </Title>
        <Text size="sm" c="dimmed">
          {version === null
            ? 'Nothing binds you yet: this is what would.'
            : `Version ${version} of the terms governs you.`}{' '}
          In doubt?{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/studio/questions" {...props} />}>
            Ask “May I?”
          </Anchor>
        </Text>
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
