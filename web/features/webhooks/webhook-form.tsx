import { Button, Checkbox, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { eventsQuery, type EventName } from './use-webhooks';

export interface Draft {
  url: string;
  description: string;
  events: EventName[];
}

/** Where to send what: for a new webhook and for changing one. */
export function WebhookForm({
  initial,
  submit,
  isBusy,
  error,
  onSubmit,
  onCancel,
}: {
  initial: Draft;
  /** Words of the button. */
  submit: string;
  isBusy: boolean;
  error: unknown;
  onSubmit: (draft: Draft) => void;
  onCancel?: () => void;
}) {
  const events = useQuery(eventsQuery);
  const form = useForm<Draft>({
    initialValues: initial,
    validate: {
      url: (value) =>
        /^https?:\/\/.+/.test(value.trim()) ? null : 'An address such as https://example.org/atelier',
      events: (value) => (value.length === 0 ? 'Choose at least one.' : null),
    },
  });
  return (
    <form onSubmit={form.onSubmit((draft) => onSubmit({ ...draft, url: draft.url.trim() }))}>
      <Stack>
        <TextInput
          label="Address"
          description="https, a public host, port 443 or 8443"
          placeholder="https://example.org/atelier"
          maxLength={500}
          withAsterisk
          {...form.getInputProps('url')}
        />
        <TextInput label="What it is for" maxLength={200} {...form.getInputProps('description')} />
        <QueryView query={events} rows={2}>
          {({ items }) => (
            <Checkbox.Group label="It is told when" withAsterisk {...form.getInputProps('events')}>
              <Stack gap="xs" mt="xs">
                {items.map(({ name, says }) => (
                  <Checkbox
                    key={name}
                    value={name}
                    label={
                      <Text size="sm" component="span">
                        {says} <Code>{name}</Code>
                      </Text>
                    }
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
        </QueryView>
        {error !== null && error !== undefined && <ProblemNote error={error} />}
        <Group>
          <Button type="submit" loading={isBusy}>
            {submit}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              Back
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
