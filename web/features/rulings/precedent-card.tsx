import { Badge, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { When } from '../../ui/amounts';
import { OUTCOMES, TOPICS, type Precedent } from './use-rulings';

const COLORS = { yes: 'green', no: 'red', conditions: 'yellow' } as const;

/** A ruling as everybody may read it, with the id that decisions cite. */
export function PrecedentCard({ ruling }: { ruling: Precedent }) {
  return (
    <Paper withBorder p="md" component="li" id={ruling.id}>
      <Stack gap="xs">
        <Group gap="xs">
          <Badge color={COLORS[ruling.outcome]} variant="dot" styles={{ label: { textTransform: 'none' } }}>
            {OUTCOMES[ruling.outcome]}
          </Badge>
          {ruling.clauseId !== null && (
            <Badge variant="default" className="figures" styles={{ label: { textTransform: 'none' } }}>
              {ruling.clauseId}
            </Badge>
          )}
          <Text size="sm" c="dimmed">
            {TOPICS[ruling.topic]} · binding since <When at={ruling.decidedAt} />
            {ruling.isBySilence && ' · by silence'}
          </Text>
        </Group>
        <Title order={2} size="h5">
          {ruling.question}
        </Title>
        <Text size="sm">{ruling.answer}</Text>
        <Text size="xs" c="dimmed">
          Cite it as <Code>{ruling.id}</Code>
        </Text>
      </Stack>
    </Paper>
  );
}
