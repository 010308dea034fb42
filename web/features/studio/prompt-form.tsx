import { Alert, Button, Collapse, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../../api/client';
import { projectsQuery } from '../../api/keepers';
import { Credits } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { quoteQuery } from './quote';
import { keepDraft, keptDraft, toRequest, type Request, type RequestDraft } from './request';
import { MainFields, MoreFields } from './request-fields';
import { quotaQuery } from './use-clips';
import { Unhonoured } from './wishes';

/** The price of exactly this request, by the same code that charges it. */
function useQuote(draft: RequestDraft) {
  const [settled] = useDebouncedValue(draft, 300);
  return useQuery({ ...quoteQuery(toRequest(settled)), placeholderData: keepPreviousData });
}

function Price({ quote }: { quote: Schemas['QuoteView'] | undefined }) {
  return (
    <Text size="sm" c="dimmed" aria-live="polite">
      {quote !== undefined && (
        <>
          <Credits value={quote.credits} /> · about {Math.ceil(quote.renderSeconds)} s of rendering
          {quote.variations > 1 && ' each'} · made by {quote.provider}
        </>
      )}
    </Text>
  );
}

/** `style`: chosen in the gallery of styles. Write a prompt, see what it costs, send it. */
export function PromptForm({ style }: { style: string | undefined }) {
  const queries = useQueryClient();
  const [isMore, more] = useDisclosure(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const form = useForm<RequestDraft>({
    initialValues: style === undefined ? keptDraft() : { ...keptDraft(), style },
    onValuesChange: keepDraft,
    validate: { prompt: (value) => (value.trim().length < 3 ? 'Describe the shot in a few words.' : null) },
  });
  const quote = useQuote(form.values).data;
  const submit = useMutation({
    mutationFn: (body: Request) =>
      unwrap(api.POST('/api/v1/generations', { body, headers: { 'Idempotency-Key': key } })),
    // A corrected request is another act; a lost answer is not, and is asked for again under the same key.
    onError: (error: Error & { status?: number }) => {
      if (error.status !== 0) setKey(newIdempotencyKey());
    },
    onSuccess: async ({ generations }) => {
      setKey(newIdempotencyKey());
      const count = generations.length;
      notifications.show({ message: count === 1 ? 'On its way.' : `${count} variations on their way.` });
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['clips'] }),
        queries.invalidateQueries({ queryKey: projectsQuery.queryKey }),
        queries.invalidateQueries({ queryKey: quotaQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ['quote'] }),
      ]);
    },
  });
  const isShort = quote !== undefined && !quote.isEnough;
  return (
    <Paper withBorder p="md">
      <form onSubmit={form.onSubmit((values) => submit.mutate(toRequest(values)))}>
        <Stack>
          <Textarea
            label="Prompt"
            placeholder="Golden hour over misty mountains, slow drone shot"
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            {...form.getInputProps('prompt')}
          />
          <MainFields form={form} />
          <Collapse expanded={isMore}>
            <MoreFields form={form} />
          </Collapse>
          {submit.isError && <ProblemNote error={submit.error} />}
          <Unhonoured items={quote?.unhonoured ?? []} />
          {form.values.parentId !== null && (
            <Group gap="xs">
              <Text size="sm">A remix of another clip: both will show where they come from.</Text>
              <Button variant="subtle" size="compact-sm" onClick={() => form.setFieldValue('parentId', null)}>
                Make it a clip of its own
              </Button>
            </Group>
          )}
          {isShort && (
            <Alert color="yellow" title="Not enough credits">
              This needs {quote.credits} credits and {quote.available} are free. Make it a draft, shorter or
              smaller.
            </Alert>
          )}
          <Group justify="space-between">
            <Button variant="subtle" color="gray" onClick={more.toggle} aria-expanded={isMore}>
              {isMore ? 'Fewer settings' : 'More settings'}
            </Button>
            <Group>
              <Price quote={quote} />
              <Button type="submit" loading={submit.isPending} disabled={isShort}>
                {form.values.draft ? 'Draft it' : 'Render it'}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
