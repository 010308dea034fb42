import { CloseButton, FileButton, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { unwrap, type Schemas } from '../../api/client';
import { formatBytes } from '../../ui/bytes';
import { ProblemNote } from '../../ui/problem-note';

export type FeedbackFile = Schemas['FeedbackFileView'];

const TYPES = 'image/png,image/jpeg,image/webp,application/pdf,text/plain,video/mp4';
const MOST = 5;

/** A form with one file: the client of the API speaks JSON only. */
async function upload(file: File): Promise<FeedbackFile> {
  const body = new FormData();
  body.append('file', file);
  const answer = fetch('/api/v1/feedback-files', { method: 'POST', credentials: 'same-origin', body }).then(
    async (response) => {
      const said: unknown = await response.json().catch(() => ({}));
      return response.ok ? { data: said as FeedbackFile, response } : { error: said, response };
    },
  );
  return unwrap(answer);
}

/** Pictures, a PDF, text or a clip that go along. */
export function FilesField({
  files,
  onChange,
}: {
  files: readonly FeedbackFile[];
  onChange: (files: FeedbackFile[]) => void;
}) {
  const sending = useMutation({ mutationFn: upload, onSuccess: (file) => onChange([...files, file]) });
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        Files
      </Text>
      <Text size="xs" c="dimmed">
        Five at most: pictures and PDF up to 8 MB, text up to 1 MB, MP4 up to 50 MB.
      </Text>
      {files.map((file) => (
        <Group key={file.id} gap="xs">
          <Text size="sm">
            {file.name}, {formatBytes(file.bytes)}
          </Text>
          <CloseButton
            aria-label={`Leave out ${file.name}`}
            onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
          />
        </Group>
      ))}
      {files.length < MOST && (
        <Group>
          <FileButton accept={TYPES} onChange={(file) => file !== null && sending.mutate(file)}>
            {(props) => (
              <Button {...props} variant="default" loading={sending.isPending}>
                Add a file
              </Button>
            )}
          </FileButton>
        </Group>
      )}
      {sending.isError && <ProblemNote error={sending.error} />}
    </Stack>
  );
}
