import { CloseButton, FileButton, Button, Group, Image, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { unwrap, type Schemas } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';

const TYPES = 'image/png,image/jpeg,image/webp';

/** The picture goes as it is: the client of the API speaks JSON only. */
async function upload(file: File): Promise<Schemas['ReferenceView']> {
  const answer = fetch('/api/v1/references', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': file.type },
    body: file,
  }).then(async (response) => {
    const body: unknown = await response.json().catch(() => ({}));
    return response.ok ? { data: body as Schemas['ReferenceView'], response } : { error: body, response };
  });
  return unwrap(answer);
}

/** A picture that the clip starts from. */
export function ReferenceField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const sending = useMutation({ mutationFn: upload, onSuccess: ({ id }) => onChange(id) });
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        Reference picture
      </Text>
      <Text size="xs" c="dimmed">
        PNG, JPEG or WebP, at most 8 MB. Whether the renderer can use it is said beside the price.
      </Text>
      <Group>
        {value !== null && (
          <Image src={`/api/v1/references/${value}`} alt="The reference picture" w={96} radius="sm" />
        )}
        <FileButton accept={TYPES} onChange={(file) => file !== null && sending.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={sending.isPending}>
              {value === null ? 'Choose a picture' : 'Choose another'}
            </Button>
          )}
        </FileButton>
        {value !== null && <CloseButton aria-label="Without a picture" onClick={() => onChange(null)} />}
      </Group>
      {sending.isError && <ProblemNote error={sending.error} />}
    </Stack>
  );
}
