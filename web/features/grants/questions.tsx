import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { useSession } from '../../api/session';
import { When } from '../../ui/amounts';
import { PagedView } from '../../ui/paged-view';
import { ProblemNote } from '../../ui/problem-note';
import { questionsQuery, useGrantAct, type Call } from './use-grants';

function AnswerForm({ question }: { question: Schemas['QuestionView'] }) {
  const [text, setText] = useState(question.answer ?? '');
  const answer = useGrantAct((body: { answer: string }, headers) =>
    unwrap(
      api.POST('/api/v1/call-questions/{id}/answer', {
        params: { path: { id: question.id } },
        headers,
        body,
      }),
    ),
  );
  return (
    <Stack gap="xs">
      {answer.isError && <ProblemNote error={answer.error} />}
      <Textarea
        label="Answer, in public"
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group>
        <Button
          size="compact-md"
          disabled={text.trim() === '' || text === question.answer}
          loading={answer.isPending}
          onClick={() => answer.mutate({ answer: text })}
        >
          Answer
        </Button>
      </Group>
    </Stack>
  );
}

function AskForm({ call }: { call: Call }) {
  const [text, setText] = useState('');
  const ask = useGrantAct(
    (body: { question: string }, headers) =>
      unwrap(api.POST('/api/v1/calls/{id}/questions', { params: { path: { id: call.id } }, headers, body })),
    () => setText(''),
  );
  return (
    <Stack gap="xs">
      {ask.isError && <ProblemNote error={ask.error} />}
      <Textarea
        label="Ask about this call"
        description="Question and answer are public; your name is not shown."
        autosize
        minRows={2}
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group>
        <Button
          disabled={text.trim() === ''}
          loading={ask.isPending}
          onClick={() => ask.mutate({ question: text })}
        >
          Ask
        </Button>
      </Group>
    </Stack>
  );
}

/** Questions and answers of a call; artists ask while it is open, managers answer. */
export function Questions({ call, isManaged = false }: { call: Call; isManaged?: boolean }) {
  const questions = useInfiniteQuery(questionsQuery(call.id));
  const isArtist = useSession()?.person.roles.includes('artist') ?? false;
  return (
    <Stack>
      <PagedView query={questions} empty={<Text c="dimmed">Nobody has asked anything yet.</Text>}>
        {(items) => (
          <Stack>
            {items.map((one) => (
              <Paper withBorder p="md" key={one.id}>
                <Text fw={600}>{one.question}</Text>
                {one.answer === null ? (
                  <Text c="dimmed" size="sm">
                    Asked <When at={one.createdAt} />, not answered yet.
                  </Text>
                ) : (
                  <Text style={{ whiteSpace: 'pre-wrap' }}>{one.answer}</Text>
                )}
                {isManaged && <AnswerForm question={one} />}
              </Paper>
            ))}
          </Stack>
        )}
      </PagedView>
      {isArtist && call.state === 'open' && <AskForm call={call} />}
    </Stack>
  );
}
