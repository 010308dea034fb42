import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { When } from './amounts';
import { ProblemNote } from './problem-note';

export interface Said {
  readonly isByArtist: boolean;
  readonly isMine: boolean;
  readonly body: string;
  readonly at: string;
}

function nameOf(isByArtist: boolean, isMine: boolean): string {
  if (isMine) return 'You';
  return isByArtist ? 'The artist' : 'Whoever hears it';
}

/** What the artist and whoever hears the appeal say to each other; both read all of it, and nothing is taken back. */
export function Dialogue({
  messages,
  canWrite,
  asStaff,
  write,
}: {
  messages: readonly Said[];
  canWrite: boolean;
  asStaff: boolean;
  write: {
    readonly mutate: (text: string, options: { onSuccess: () => void }) => void;
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly error: unknown;
  };
}) {
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    write.mutate(text.trim(), { onSuccess: () => setText('') });
  };
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="sm">
        <Title order={2} size="h4">
          What was said
        </Title>
        {messages.length === 0 && (
          <Text size="sm" c="dimmed">
            Nothing yet. {asStaff ? 'Ask the artist what you need to know.' : 'Add what helps your case.'}
          </Text>
        )}
        <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {messages.map(({ at, body, isByArtist, isMine }) => (
            <Paper key={`${at}-${body}`} component="li" withBorder p="sm">
              <Text size="xs" c="dimmed">
                {nameOf(isByArtist, isMine)}, <When at={at} />
              </Text>
              <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{body}</Text>
            </Paper>
          ))}
        </Stack>
        {canWrite && (
          <form onSubmit={send} aria-label="Write a message">
            <Stack gap="xs">
              <Textarea
                label="Your message"
                autosize
                minRows={2}
                maxLength={5000}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
              {write.isError && <ProblemNote error={write.error} />}
              <Group>
                <Button type="submit" variant="light" disabled={text.trim() === ''} loading={write.isPending}>
                  Send
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Stack>
    </Paper>
  );
}
