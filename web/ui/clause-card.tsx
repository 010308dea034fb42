import { Badge, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/client';
import { Prose } from './prose';

type Clause = Schemas['ClauseView'];

const DOCUMENTS: Record<Clause['document'], string> = {
  terms: 'Terms',
  confidentiality: 'Confidentiality',
  responsible_use: 'Responsible use',
  sharing: 'Sharing',
  compensation: 'Pay',
};

const EVENTS = {
  public_release: 'the model is public, at the latest with the programme',
  programme_end: 'the programme ends',
} as const;

const dayOf = (at: string): string => new Date(at).toLocaleDateString(undefined, { dateStyle: 'long' });

/** One clause: what it means first, then what it says, then what it looks like. */
function ClauseCard({ clause }: { clause: Clause }) {
  return (
    <Paper withBorder p="md" id={clause.id}>
      <Stack gap="xs">
        <Group gap="xs">
          <Badge variant="default" className="figures" styles={{ label: { textTransform: 'none' } }}>
            {clause.id}
          </Badge>
          <Title order={4} size="h5">
            {clause.title}
          </Title>
          {(clause.endsAt !== null || clause.endsOn !== null) && (
            <Text size="sm" c="dimmed">
              until{' '}
              {[clause.endsAt && dayOf(clause.endsAt), clause.endsOn && EVENTS[clause.endsOn]]
                .filter(Boolean)
                .join(' or ')}
            </Text>
          )}
        </Group>
        <Text fw={600}>{clause.summary}</Text>
        <Prose>{clause.text}</Prose>
        {clause.examples.length > 0 && (
          <List size="sm" c="dimmed" aria-label="Examples">
            {clause.examples.map((example) => (
              <List.Item key={example}>For example: {example}</List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Paper>
  );
}

/** All clauses of one version, by document. */
export function Clauses({ clauses }: { clauses: readonly Clause[] }) {
  const documents = (Object.keys(DOCUMENTS) as Clause['document'][]).filter((name) =>
    clauses.some((clause) => clause.document === name),
  );
  return (
    <Stack gap="lg">
      {documents.map((name) => (
        <Stack key={name} gap="sm" component="section">
          <Title order={3} size="h4">
            {DOCUMENTS[name]}
          </Title>
          {clauses
            .filter((clause) => clause.document === name)
            .map((clause) => (
              <ClauseCard key={clause.id} clause={clause} />
            ))}
        </Stack>
      ))}
    </Stack>
  );
}
