import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { AskForm } from './ask-form';
import { myQuestionsQuery, OUTCOMES, TOPICS, useWithdraw, type Question } from './use-rulings';

function Answer({ question }: { question: Question }) {
  if (question.state === 'withdrawn') return <Text c="dimmed">You took it back.</Text>;
  if (question.outcome === null) {
    const isLate = new Date(question.dueAt) <= new Date();
    return (
      <Text size="sm" c="dimmed">
        {isLate ? 'An answer was due ' : 'Answered at the latest '}
        <When at={question.dueAt} />.{' '}
        {question.isConfidential
          ? 'It may touch secrets: wait for the answer.'
          : 'No answer by then is a yes.'}
      </Text>
    );
  }
  return (
    <Stack gap={4}>
      <Text fw={600}>{OUTCOMES[question.outcome]}</Text>
      <Text size="sm">{question.answer}</Text>
      {question.conditions !== null && <Text size="sm">Conditions: {question.conditions}</Text>}
      <Text size="sm" c="dimmed">
        Binding since <When at={question.decidedAt ?? question.dueAt} />
        {question.isPublished && ', published without your name'}
      </Text>
    </Stack>
  );
}

function QuestionCard({ question }: { question: Question }) {
  const withdraw = useWithdraw(question.id);
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap="xs">
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              {question.programName} · {TOPICS[question.topic]} · asked <When at={question.askedAt} />
            </Text>
            {question.clauseId !== null && (
              <Badge variant="default" styles={{ label: { textTransform: 'none' } }}>
                {question.clauseId}
              </Badge>
            )}
          </Group>
          <Title order={2} size="h5">
            {question.question}
          </Title>
          <Answer question={question} />
        </Stack>
        {question.available.includes('withdraw') && (
          <ConfirmButton
            label="Take back"
            title="Take the question back?"
            confirm="Take it back"
            isBusy={withdraw.isPending}
            onConfirm={() => withdraw.mutateAsync()}
          >
            Nobody answers it then, and silence is no yes. You can ask again at any time.
          </ConfirmButton>
        )}
      </Group>
    </Paper>
  );
}

/** An artist's own questions, with the clock of each. */
export function QuestionsPage() {
  const questions = useInfiniteQuery(myQuestionsQuery);
  const [isAsking, asking] = useDisclosure();
  const ask = <Button onClick={asking.open}>Ask “May I?”</Button>;
  return (
    <>
      <PageHeader
        title="May I?"
        lead={
          <>
            Ask before you do it: the answer is dated and binds the programme. What others asked is under{' '}
            <Anchor inherit renderRoot={(props) => <Link to="/rulings" {...props} />}>
              Rulings
            </Anchor>
            .
          </>
        }
        action={ask}
      />
      <PagedView
        query={questions}
        empty={
          <EmptyState title="You have asked nothing yet" action={ask}>
            In doubt whether you may show, say or make something? Ask; no answer in two working days is a yes.
          </EmptyState>
        }
      >
        {(items) => (
          <Stack component="ul" gap="sm" p={0} m={0} maw={860} style={{ listStyle: 'none' }}>
            {items.map((question) => (
              <QuestionCard key={question.id} question={question} />
            ))}
          </Stack>
        )}
      </PagedView>
      {isAsking && (
        <AskForm
          onClose={asking.close}
          onAsked={() => {
            notifications.show({ message: 'Asked. You hear within two working days.' });
            asking.close();
          }}
        />
      )}
    </>
  );
}
