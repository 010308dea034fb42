import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { timeRange } from '../../ui/timecode';

type Note = Schemas['NoteView'];

/** Notes as the layer over the picture takes them. */
export const markersOf = (notes: readonly Note[]) =>
  notes.map(({ at, until, region, text }) => ({
    at,
    note: text,
    ...(until !== null && { until }),
    ...(region !== null && { region }),
  }));

/** What reviewers wrote on the clip for its artist; each moves the player to its place. */
export function NotesCard({ notes, onSeek }: { notes: readonly Note[]; onSeek: (seconds: number) => void }) {
  if (notes.length === 0) return null;
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="xs">
        <Title order={2} size="h4">
          Notes on your clip
        </Title>
        {notes.map((note, index) => (
          <Group key={note.id} gap="xs" wrap="nowrap" align="flex-start">
            <Button
              size="compact-sm"
              variant="default"
              className="figures"
              style={{ flex: 'none' }}
              onClick={() => onSeek(note.at)}
            >
              {index + 1} · {timeRange({ at: note.at, ...(note.until !== null && { until: note.until }) })}
            </Button>
            <Text size="sm">
              {note.text}
              {note.region !== null && ' (the part of the picture that is framed)'}
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
