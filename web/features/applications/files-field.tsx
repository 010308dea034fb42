import { ActionIcon, Anchor, Button, FileButton, Group, List, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { api, unwrap } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { upload, useApplicationAct, type Application } from './use-applications';
import { formatBytes } from '../../ui/bytes';

const ACCEPT = '.pdf,.png,.jpg,.jpeg,.webp,.mp4,.webm';

/** Files of a draft. `ensure` keeps the draft first where none is kept yet: a file belongs to an application. */
export function FilesField({
  application,
  needed,
  canKeep,
  ensure,
}: {
  application: Application | null;
  needed: number;
  canKeep: boolean;
  ensure: () => Promise<Application>;
}) {
  const add = useApplicationAct(async (files: File[]) => {
    const { id } = application ?? (await ensure());
    for (const file of files) await upload(id, file);
  });
  const remove = useApplicationAct((fileId: string) =>
    unwrap(
      api.DELETE('/api/v1/applications/{id}/files/{fileId}', {
        params: { path: { id: application?.id ?? '', fileId } },
      }),
    ),
  );
  const files = application?.files ?? [];
  return (
    <Stack gap={4} component="section" aria-label="Files">
      <Text fw={500} size="sm">
        Files {needed > 0 && `(${needed} at least)`}
      </Text>
      <Text size="xs" c="dimmed">
        PDF, PNG, JPEG, WebP, MP4 or WebM. Reviewers see a file without the name that you gave it, but as it
        is: take your name out of its properties if it stands there.
      </Text>
      <List size="sm" listStyleType="none" spacing={4}>
        {files.map((file) => (
          <List.Item key={file.id}>
            <Group gap="xs">
              <Anchor href={file.link} download>
                {file.name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {formatBytes(file.bytes)}
              </Text>
              <ActionIcon
                variant="subtle"
                color="red"
                aria-label={`Remove ${file.name}`}
                loading={remove.isPending}
                onClick={() => remove.mutate(file.id)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          </List.Item>
        ))}
      </List>
      {(add.isError || remove.isError) && <ProblemNote error={add.error ?? remove.error} />}
      <Group gap="xs">
        <FileButton multiple accept={ACCEPT} onChange={(chosen) => chosen.length > 0 && add.mutate(chosen)}>
          {(props) => (
            <Button {...props} size="compact-md" variant="light" loading={add.isPending} disabled={!canKeep}>
              Add files
            </Button>
          )}
        </FileButton>
        {!canKeep && <Text size="xs">Write a first sentence above, then files can be added.</Text>}
      </Group>
    </Stack>
  );
}
