import { FileInput, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import type { Clip } from './use-tasks';

/** Uploads an MP4 that a question shows. */
export function ClipUpload({
  label,
  clip,
  onDone,
}: {
  label: string;
  clip: string | undefined;
  onDone: (clip: Clip) => void;
}) {
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return unwrap(
        api.POST('/api/v1/feedback-files', {
          body: form as never,
          bodySerializer: (body: unknown) => body as FormData,
        }),
      );
    },
    onSuccess: onDone,
  });
  return (
    <>
      <Group gap="xs" align="flex-end">
        <FileInput
          label={label}
          description="MP4, 50 MB at most"
          accept="video/mp4"
          placeholder={clip === undefined ? 'Choose a file' : 'Choose another one'}
          disabled={upload.isPending}
          onChange={(file) => file !== null && upload.mutate(file)}
          w={260}
        />
        {upload.isPending && <Text size="sm">Uploading</Text>}
        {clip !== undefined && (
          <Text size="sm" c="dimmed">
            {upload.data?.name ?? 'A clip is there'}
          </Text>
        )}
      </Group>
      {upload.error !== null && <ProblemNote error={upload.error} />}
    </>
  );
}
