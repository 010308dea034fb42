import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { RuleForm } from './rule-form';
import { queueQuery, TOPICS, type Question } from './use-rulings';

const DAY = 86_400_000;

function DueBadge({ question }: { question: Question }) {
  const left = new Date(question.dueAt).getTime() - Date.now();
  const color = left <= 0 ? 'red' : left < DAY ? 'yellow' : 'gray';
  return (
    <Badge color={color} variant="dot" styles={{ label: { textTransform: 'none' } }}>
      {left <= 0 ? 'late, due ' : 'due '}
      <When at={question.dueAt} />
    </Badge>
  );
}

function Row({ question, onRule }: { question: Question; onRule: () => void }) {
  const mayRule = question.available.includes('rule');
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap="xs">
          <Group gap="xs">
            <DueBadge question={question} />
            <Text size="sm" c="dimmed">
              {question.programName} · {TOPICS[question.topic]}
              {question.clauseId !== null && ` · ${question.clauseId}`} ·{' '}
              {question.isConfidential ? 'may be secret: silence is no yes' : 'silence is a yes'}
            </Text>
          </Group>
          <Title order={2} size="h5">
            {question.question}
          </Title>
          {question.context !== '' && <Text size="sm">{question.context}</Text>}
        </Stack>
        {mayRule ? (
          <Button onClick={onRule}>Rule</Button>
        ) : (
          <Text size="sm" c="dimmed">
            You have a stake: somebody else rules
          </Text>
        )}
      </Group>
    </Paper>
  );
}

/** What waits for a ruling, the most urgent first. Who asks is not shown: the answer does not depend on it. */
export function QueuePage() {
  const questions = useInfiniteQuery(queueQuery);
  const [chosen, setChosen] = useState<Question | null>(null);
  return (
    <>
      <PageHeader
        title="May I?"
        lead="Questions of artists, the most urgent first. Two working days; then silence is a yes, except about secrets. A ruling binds and is never changed."
      />
      <PagedView
        query={questions}
        empty={
          <EmptyState
            title="No question waits"
            action={
              <Button variant="light" renderRoot={(props) => <Link to="/rulings" {...props} />}>
                Read what was ruled
              </Button>
            }
          >
            When an artist asks “May I?”, it appears here with its clock.
          </EmptyState>
        }
      >
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} maw={960} style={{ listStyle: 'none' }}>
            {items.map((question) => (
              <Row key={question.id} question={question} onRule={() => setChosen(question)} />
            ))}
          </Stack>
        )}
      </PagedView>
      {chosen !== null && (
        <RuleForm
          key={chosen.id}
          question={chosen}
          onClose={() => setChosen(null)}
          onRuled={() => {
            notifications.show({ message: 'Ruled. It binds from now on.' });
            setChosen(null);
          }}
        />
      )}
    </>
  );
}
