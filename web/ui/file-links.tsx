import { Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/client';

type FeedbackFile = Schemas['FeedbackFileView'];

export const sizeOf = (bytes: number): string =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Files as they were sent, to open. */
export function FileLinks({ files }: { files: readonly FeedbackFile[] }) {
  if (files.length === 0) return null;
  return (
    <Stack gap={2}>
      {files.map(({ id, name, bytes, url }) => (
        <Text key={id} size="sm">
          <a href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
          , {sizeOf(bytes)}
        </Text>
      ))}
    </Stack>
  );
}
