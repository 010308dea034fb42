import { Button, Group, JsonInput, Modal, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { stylesQuery } from '../../api/styles';
import { ProblemNote } from '../../ui/problem-note';

type Version = Schemas['StyleVersionView'];

interface Draft {
  key: string;
  name: string;
  description: string;
  looks: string;
}

const EXAMPLE = { any: { prompt: '{prompt}, at dusk, long shadows', negativePrompt: 'noon' } };

/** A new style, the next version of `from`, or the draft `from` itself. */
export function StyleForm({
  from,
  opened,
  onClose,
}: {
  from: Version | null;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const isDraft = from?.state === 'draft';
  const form = useForm<Draft>({
    initialValues: {
      key: from?.key ?? '',
      name: from?.name ?? '',
      description: from?.description ?? '',
      looks: JSON.stringify(from?.looks ?? EXAMPLE, null, 2),
    },
  });
  const save = useMutation({
    mutationFn: ({ key, name, description, looks }: Draft) => {
      const body = { name, description, looks: JSON.parse(looks) as Record<string, unknown> };
      return isDraft
        ? unwrap(api.PUT('/api/v1/styles/{id}', { params: { path: { id: from.id } }, body }))
        : unwrap(api.POST('/api/v1/styles', { body: { ...body, key } }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['style-versions'] });
      await queries.invalidateQueries({ queryKey: stylesQuery.queryKey });
      onClose();
    },
  });
  const title = isDraft ? 'Change the draft' : from === null ? 'New style' : `Next version of ${from.name}`;
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="lg" centered>
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <TextInput
            label="Key"
            description="What requests name. Small letters, digits, dashes."
            disabled={from !== null}
            required
            {...form.getInputProps('key')}
          />
          <TextInput label="Name" required maxLength={60} {...form.getInputProps('name')} />
          <Textarea
            label="What it looks like"
            required
            maxLength={300}
            {...form.getInputProps('description')}
          />
          <JsonInput
            label="How it is said to each renderer"
            description="One entry for each, any for the others: prompt with {prompt}, negativePrompt, parameters, look."
            validationError="This is not JSON yet."
            formatOnBlur
            autosize
            minRows={6}
            required
            {...form.getInputProps('looks')}
          />
          <Text size="sm" c="dimmed">
            A draft is seen by nobody else. Once published a version never changes.
          </Text>
          {save.isError && <ProblemNote error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={save.isPending}>
              Save the draft
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
