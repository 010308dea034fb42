import { Button, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useActKey } from '../../api/act-key';
import { api, unwrap } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';

/** Says what is wrong with a correction; somebody who had no part in it answers. */
export function ObjectionForm({ id, until }: { id: string; until: string }) {
  const [text, setText] = useState('');
  const queries = useQueryClient();
  const keys = useActKey();
  const object = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/earnings/{id}/objections', {
          params: { path: { id } },
          headers: keys.headers(text),
          body: { text },
        }),
      ),
    onSuccess: () => {
      keys.done(text);
      notifications.show({ message: 'Sent. Somebody who had no part in the correction answers.' });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['earning', id] }),
  });
  return (
    <form
      aria-label="Object to the correction"
      onSubmit={(event) => {
        event.preventDefault();
        object.mutate();
      }}
    >
      <Stack gap="xs">
        {object.isError && <ProblemNote error={object.error} />}
        <Textarea
          label="What is wrong with the correction"
          description={`You can object until ${until.slice(0, 10)}. At least ten characters.`}
          autosize
          minRows={2}
          maxLength={1000}
          required
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" loading={object.isPending} disabled={text.trim().length < 10}>
          Object
        </Button>
      </Stack>
    </form>
  );
}
