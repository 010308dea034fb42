import { Badge, Card, Group, Image, Progress, Stack, Text } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { StateBadge } from '../../ui/state-badge';
import { hasEnded, type Clip } from './use-clips';

/** What a clip that is not there yet is waiting for, in words. */
const WAITS: Readonly<Record<string, string>> = {
  queued: 'waits for a place',
  throttled: 'follows when one of yours is done',
  starting: 'about to start',
  finishing: 'nearly done',
};

/** One clip in the list: its picture or its progress, its words, its state. */
export function ClipCard({ clip }: { clip: Clip }) {
  const ratio = `${clip.width} / ${clip.height}`;
  return (
    <Card
      withBorder
      padding="sm"
      renderRoot={(props) => <Link to="/studio/clips/$clipId" params={{ clipId: clip.id }} {...props} />}
    >
      <Card.Section
        className="clip-surround"
        style={{ aspectRatio: '16 / 9', display: 'grid', placeItems: 'center' }}
      >
        {clip.files === null ? (
          <Stack w="80%" gap={6}>
            <Text size="xs" c="gray.4" ta="center">
              {hasEnded(clip)
                ? (clip.failure?.message ?? (clip.state === 'succeeded' ? 'Its files are gone' : clip.state))
                : clip.state === 'processing'
                  ? `${Math.round(clip.progress / 10)} %`
                  : (WAITS[clip.state] ?? clip.state)}
            </Text>
            {!hasEnded(clip) && (
              <Progress
                color="ember.4"
                bg="dark.4"
                value={clip.progress / 10}
                animated={clip.state === 'processing'}
                aria-label={`Progress of ${clip.prompt}`}
              />
            )}
          </Stack>
        ) : (
          <Image
            src={clip.files.poster}
            alt={clip.prompt}
            fit="contain"
            h="100%"
            loading="lazy"
            style={{ aspectRatio: ratio }}
          />
        )}
      </Card.Section>
      <Text mt="sm" size="sm" lineClamp={2}>
        {clip.prompt}
      </Text>
      <Group mt="xs" gap={6}>
        <StateBadge state={clip.state} />
        {clip.draft && (
          <Badge variant="default" styles={{ label: { textTransform: 'none' } }}>
            draft
          </Badge>
        )}
        {clip.isKeeper && <IconStarFilled size={16} aria-label="Keeper" />}
        <Text size="xs" c="dimmed" className="figures">
          {clip.seconds} s · {clip.resolution} · seed {clip.seed}
        </Text>
      </Group>
    </Card>
  );
}
