import { Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/client';
import { formatBytes } from './bytes';

type FeedbackFile = Schemas['FeedbackFileView'];

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
          , {formatBytes(bytes)}
        </Text>
      ))}
    </Stack>
  );
}
