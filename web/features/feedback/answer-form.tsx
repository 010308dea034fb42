import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';

/** The artist's answer when the programme asked for more. */
export function AnswerForm({ feedbackId }: { feedbackId: string }) {
  const queries = useQueryClient();
  const [answer, setAnswer] = useState('');
  const send = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/feedback/{id}/{verb}', {
          params: { path: { id: feedbackId, verb: 'answerInfo' } },
          body: { answer },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['feedback'] }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Stack gap="xs">
        <Textarea
          label="Your answer"
          autosize
          minRows={2}
          maxLength={5000}
          required
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        {send.isError && <ProblemNote error={send.error} />}
        <Group>
          <Button type="submit" size="xs" loading={send.isPending}>
            Answer
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
