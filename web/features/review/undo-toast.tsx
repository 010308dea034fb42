import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, newIdempotencyKey, unwrap } from '../../api/client';
import { submissionQuery } from '../../api/submissions';
import { type Detail } from './use-review';

const toastId = (id: string): string => `undo-${id}`;

function Countdown({ until }: { until: number }) {
  const [left, setLeft] = useState(Math.max(0, until - Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, until - Date.now())), 250);
    return () => clearInterval(timer);
  }, [until]);
  return <span className="figures">{Math.ceil(left / 1000)} s</span>;
}

/**
 * A verdict waits on the server before it leaves. `offer` shows that with a way back; `undo` (the key Z) takes the last one
 * back and returns to it.
 */
export function useUndo(onBack: (id: string) => void): {
  offer: (detail: Detail, words: string) => void;
  undo: () => void;
} {
  const queries = useQueryClient();
  const last = useRef<{ id: string; title: string; until: number } | null>(null);
  const take = async (id: string, title: string) => {
    try {
      const answer = await unwrap(
        api.POST('/api/v1/submissions/{id}/undo', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': newIdempotencyKey() },
        }),
      );
      queries.setQueryData(submissionQuery(id).queryKey, answer);
      notifications.show({ message: `${title}: taken back. Nobody was told; it is yours again.` });
      onBack(id);
    } catch (error) {
      const says = error instanceof Error ? error.message : 'It could not be taken back.';
      notifications.show({ color: 'red', message: `${title}: ${says}` });
    } finally {
      notifications.hide(toastId(id));
      last.current = null;
      void queries.invalidateQueries({ queryKey: ['submissions'] });
      void queries.invalidateQueries({ queryKey: submissionQuery(id).queryKey });
    }
  };
  const offer = (detail: Detail, words: string) => {
    const { id, title, staged } = detail;
    if (staged === null) return;
    const until = new Date(staged.until).getTime();
    last.current = { id, title, until };
    notifications.show({
      id: toastId(id),
      autoClose: Math.max(1000, until - Date.now()),
      withCloseButton: false,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">
            {title}: {words} It leaves in <Countdown until={until} />.
          </Text>
          <Button size="compact-sm" variant="light" onClick={() => void take(id, title)}>
            Undo (Z)
          </Button>
        </Group>
      ),
    });
  };
  const undo = () => {
    const current = last.current;
    if (current === null || current.until <= Date.now())
      notifications.show({ color: 'yellow', message: 'There is no verdict of yours to take back.' });
    else void take(current.id, current.title);
  };
  return { offer, undo };
}
