import { ActionIcon, Badge, Button, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import type { ClipControls } from '../../ui/clip-controls';
import { ProblemNote } from '../../ui/problem-note';
import { timeRange } from '../../ui/timecode';
import type { OnClip } from './use-on-clip';
import { useNotes, type Detail } from './use-review';

/** Notes at frames, ranges and parts of the picture: taken from where the player stands and what is set on it. */
export function NotesSection({
  detail,
  player,
  onClip,
}: {
  detail: Detail;
  player: RefObject<ClipControls | null>;
  onClip: OnClip;
}) {
  const [text, setText] = useState('');
  const [isForArtist, setForArtist] = useState(true);
  const { add, remove } = useNotes(detail.id);
  const { range, region } = onClip;
  const isHeld = detail.claim?.isMine === true && detail.staged === null;
  if (!isHeld && detail.notes.length === 0) return null;
  const save = () => {
    const now = Math.min(detail.clip.seconds, Math.round((player.current?.time() ?? 0) * 1000) / 1000);
    const part = range === null ? { at: now } : { at: range.from, until: range.until };
    add.mutate(
      { ...part, ...(region !== null && { region }), text: text.trim(), isForArtist },
      { onSuccess: () => (setText(''), onClip.clear()) },
    );
  };
  return (
    <section>
      <Title order={2} size="h5" mb={4}>
        Notes on the clip
      </Title>
      <Stack gap={6}>
        {detail.notes.map((note) => (
          <Group key={note.id} gap={6} wrap="nowrap" align="flex-start">
            <Button
              size="compact-xs"
              variant="default"
              className="figures"
              style={{ flex: 'none' }}
              onClick={() => player.current?.seek(note.at)}
            >
              {timeRange({ at: note.at, until: note.until ?? undefined })}
            </Button>
            <Text size="sm" flex={1}>
              {note.text}
              {note.region !== null && ' (a part of the picture)'}
            </Text>
            {!note.isForArtist && (
              <Badge variant="default" styles={{ label: { textTransform: 'none' } }}>
                inner
              </Badge>
            )}
            {note.isMine && isHeld && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={`Remove the note “${note.text}”`}
                onClick={() => remove.mutate(note.id)}
              >
                <IconX size={14} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {isHeld && (
          <form
            aria-label="Note on the clip"
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim() !== '') save();
            }}
          >
            <Stack gap={6}>
              <TextInput
                id="review-note"
                size="xs"
                label={range === null ? 'At this frame' : 'Over this range'}
                maxLength={2000}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
              <Group gap={6}>
                <Button size="compact-xs" type="submit" loading={add.isPending} disabled={text.trim() === ''}>
                  {range === null
                    ? 'Note it here'
                    : `Note it at ${timeRange({ at: range.from, until: range.until })}`}
                </Button>
                <Checkbox
                  size="xs"
                  label="for the artist"
                  checked={isForArtist}
                  onChange={(event) => setForArtist(event.currentTarget.checked)}
                />
              </Group>
            </Stack>
          </form>
        )}
        {add.isError && <ProblemNote error={add.error} />}
      </Stack>
    </section>
  );
}
