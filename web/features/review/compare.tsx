import { Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { KINDS, type Compare } from './use-compare';

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

/** Which one it is compared with; a choice where there are several. */
function Which({ compare: { others, other, pick } }: { compare: Compare }) {
  const data = others.map(({ kind, title }, index) => ({
    value: String(index),
    label: `${KINDS[kind]}: ${title.slice(0, 60)}`,
  }));
  if (others.length < 2) return <Text size="sm">{data[0]?.label}</Text>;
  return (
    <Select
      aria-label="Compare with"
      size="xs"
      allowDeselect={false}
      data={data}
      value={String(other === undefined ? 0 : others.indexOf(other))}
      onChange={(value) => pick(Number(value))}
    />
  );
}

/**
 * The clip under review with where it comes from or what was handed in before: beside it, or over it, when the frame brings
 * the other one itself. Switching leaves the clip where it stood; it is not loaded anew.
 */
export function Compared({
  compare,
  more,
  children,
}: {
  compare: Compare;
  /** Below the picture, with the name of the other. */
  more: ReactNode;
  children: ReactNode;
}) {
  const { mode, other, follower } = compare;
  return (
    <SimpleGrid cols={{ base: 1, sm: mode === 'beside' ? 2 : 1 }} spacing="sm">
      <div>{children}</div>
      {other !== undefined && (
        <Stack gap="xs" component="section" aria-label="Compared with">
          {mode === 'beside' && (
            <Suspense fallback={<div className="clip-surround" style={{ aspectRatio: '16 / 9' }} />}>
              <ClipPlayer
                key={other.clip.videoUrl}
                ref={follower}
                src={other.clip.videoUrl}
                poster={other.clip.posterUrl}
                label={other.title}
                fps={other.clip.fps}
              />
            </Suspense>
          )}
          <Which compare={compare} />
          <Group gap={6}>{more}</Group>
        </Stack>
      )}
    </SimpleGrid>
  );
}
