import { AspectRatio, Badge, Card, Group, Image, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client';

const day = (at: string): string => new Date(at).toLocaleDateString('en', { dateStyle: 'medium' });

/** A work in a grid: its still in the size that the screen needs, and what it is. */
export function WorkCard({ work }: { work: Schemas['WorkView'] }) {
  return (
    <Card
      withBorder
      padding="md"
      renderRoot={(props) => <Link to="/works/$slug" params={{ slug: work.slug }} {...props} />}
    >
      <Card.Section className="clip-surround">
        <AspectRatio ratio={16 / 9}>
          <Image
            src={work.posterUrl}
            srcSet={work.pictures.map(({ url, width }) => `${url} ${width}w`).join(', ')}
            sizes="(min-width: 75em) 30vw, (min-width: 36em) 45vw, 95vw"
            alt=""
            fit="contain"
            loading="lazy"
          />
        </AspectRatio>
      </Card.Section>
      <Stack gap={4} mt="md">
        <Title order={2} size="h4">
          {work.title}
        </Title>
        <Text size="sm">by {[work.credit, ...work.coAuthors].join(', ')}</Text>
        <Group gap={6}>
          {work.labels.map((label) => (
            <Badge key={label} variant="default" styles={{ label: { textTransform: 'none' } }}>
              {label.replaceAll('_', ' ')}
            </Badge>
          ))}
          <Text size="xs" c="dimmed">
            <time dateTime={work.publishedAt}>{day(work.publishedAt)}</time>
          </Text>
        </Group>
      </Stack>
    </Card>
  );
}
