import { Badge, Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ProblemNote } from '../../ui/problem-note';
import { BulkWords, type Words } from './bulk-words';
import { useBulk, type BulkInput, type BulkItem } from './use-bulk';
import type { Submission } from './use-review';

const TITLES = {
  approve: 'Approve',
  requestChanges: 'Request changes of',
  decline: 'Decline',
} as const;

const RESULTS = {
  ready: ['ready', 'green'],
  waiting: ['not reached yet', 'yellow'],
  done: ['done', 'green'],
  refused: ['refused', 'red'],
  undone: ['taken back', 'gray'],
} as const;

function Items({ items }: { items: readonly BulkItem[] }) {
  return (
    <Table.ScrollContainer minWidth={420} mah={280}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Submission</Table.Th>
            <Table.Th>What comes of it</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ submissionId, title, result, says }) => (
            <Table.Tr key={submissionId}>
              <Table.Td>{title === '' ? submissionId : title}</Table.Td>
              <Table.Td>
                <Badge variant="dot" color={RESULTS[result][1]} styles={{ label: { textTransform: 'none' } }}>
                  {RESULTS[result][0]}
                </Badge>
                {says !== null && (
                  <Text size="xs" c="dimmed">
                    {says}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Seconds until nothing of it can be taken back any more. */
function useSecondsTo(until: string | null): number {
  const left = () => (until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000)));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(timer);
  });
  return seconds;
}

/** First what would come of each, then the verdict, then what came of each, with a way back for all. */
export function BulkDialog({
  verb,
  chosen,
  onClose,
}: {
  verb: BulkInput['verb'];
  chosen: readonly Submission[];
  onClose: (isDone: boolean) => void;
}) {
  const [ids] = useState(() => chosen.map(({ id }) => id));
  const [words, setWords] = useState<Words | null>(verb === 'approve' ? {} : null);
  const { preview, give, undo } = useBulk();
  const answer = undo.data ?? give.data;
  const seconds = useSecondsTo(answer?.undoUntil ?? null);
  const look = (given: Words) => {
    setWords(given);
    preview.mutate({ verb, ids, ...given });
  };
  useEffect(() => {
    if (verb === 'approve') preview.mutate({ verb, ids });
    // Once, when it opens.
  }, []);
  const error = undo.error ?? give.error ?? preview.error;
  const before = preview.data;
  return (
    <Modal
      opened
      size="lg"
      centered
      title={`${TITLES[verb]} ${ids.length} submissions`}
      onClose={() => onClose(answer !== undefined)}
    >
      <Stack>
        {words === null && (
          <BulkWords verb={verb} first={chosen[0]} onBack={() => onClose(false)} onGive={look} />
        )}
        {error !== null && <ProblemNote error={error} />}
        {answer === undefined && before !== undefined && words !== null && (
          <>
            <Text size="sm">
              {before.ready} of {ids.length} can be decided now. The others stay as they are.
            </Text>
            <Items items={before.items} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => onClose(false)}>
                Back
              </Button>
              <Button
                color={verb === 'decline' ? 'red' : undefined}
                disabled={before.ready === 0}
                loading={give.isPending}
                onClick={() => give.mutate({ verb, ids, ...words })}
              >
                {TITLES[verb]} {before.ready}
              </Button>
            </Group>
          </>
        )}
        {answer !== undefined && (
          <>
            <Text size="sm" aria-live="polite">
              {answer.done} done.{' '}
              {seconds > 0 && `Nothing has left yet: all of it can be taken back for ${seconds} s.`}
            </Text>
            <Items items={answer.items} />
            <Group justify="flex-end">
              {seconds > 0 && (
                <Button
                  variant="light"
                  color="red"
                  loading={undo.isPending}
                  onClick={() => undo.mutate(answer.id)}
                >
                  Take all back
                </Button>
              )}
              <Button onClick={() => onClose(true)}>Close</Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
