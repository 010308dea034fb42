import {
  Alert,
  Button,
  Collapse,
  Group,
  NumberInput,
  Paper,
  SegmentedControl,
  Select,
  Slider,
  Stack,
  Switch,
  Text,
  Textarea,
  Tooltip,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../../api/client';
import { Credits } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { clipsQuery, quotaQuery } from './use-clips';

type Request = Schemas['GenerationInput'];

const STYLES = ['none', 'cinematic', 'film35', 'noir', 'neon', 'watercolor', 'anime'];
const START: Request = {
  prompt: '',
  style: 'cinematic',
  seconds: 6,
  resolution: '720p',
  fps: 24,
  aspect: '16:9',
  variations: 1,
  draft: true,
};

/** The price of exactly this request, by the same code that charges it. */
function useQuote(request: Request) {
  const [settled] = useDebouncedValue(request, 300);
  const body = { ...settled, prompt: settled.prompt.trim().length < 3 ? 'a price only' : settled.prompt };
  return useQuery({
    queryKey: ['quote', body],
    placeholderData: keepPreviousData,
    queryFn: () => unwrap(api.POST('/api/v1/generations/quote', { body })),
  });
}

/** Write a prompt, see what it costs, send it. */
export function PromptForm() {
  const queries = useQueryClient();
  const [isMore, more] = useDisclosure(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const form = useForm<Request>({
    initialValues: START,
    validate: { prompt: (value) => (value.trim().length < 3 ? 'Describe the shot in a few words.' : null) },
  });
  const quote = useQuote(form.values);
  const submit = useMutation({
    mutationFn: (body: Request) =>
      unwrap(api.POST('/api/v1/generations', { body, headers: { 'Idempotency-Key': key } as never })),
    onSuccess: async ({ generations }) => {
      setKey(newIdempotencyKey());
      notifications.show({
        message: generations.length === 1 ? 'On its way.' : `${generations.length} variations on their way.`,
      });
      await Promise.all([
        queries.invalidateQueries({ queryKey: clipsQuery(false).queryKey }),
        queries.invalidateQueries({ queryKey: quotaQuery.queryKey }),
      ]);
    },
  });
  const isShort = quote.data !== undefined && !quote.data.isEnough;
  return (
    <Paper withBorder p="md">
      <form onSubmit={form.onSubmit((values) => submit.mutate(values))}>
        <Stack>
          <Textarea
            label="Prompt"
            placeholder="Golden hour over misty mountains, slow drone shot"
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            required
            {...form.getInputProps('prompt')}
          />
          <Group align="flex-end" wrap="wrap">
            <Select
              label="Style"
              data={STYLES}
              allowDeselect={false}
              w={150}
              {...form.getInputProps('style')}
            />
            <Select
              label="Resolution"
              data={['360p', '480p', '720p', '1080p']}
              allowDeselect={false}
              w={120}
              {...form.getInputProps('resolution')}
            />
            <Select
              label="Aspect"
              data={['16:9', '9:16', '1:1', '2.39:1']}
              allowDeselect={false}
              w={110}
              {...form.getInputProps('aspect')}
            />
            <NumberInput label="Variations" min={1} max={8} w={100} {...form.getInputProps('variations')} />
            <Tooltip label="A draft costs a quarter. Promote the one you like to a final with the same seed.">
              <Switch label="Draft" pb={8} {...form.getInputProps('draft', { type: 'checkbox' })} />
            </Tooltip>
          </Group>
          <div>
            <Text size="sm" fw={500} id="seconds-label">
              Length: {form.values.seconds} s
            </Text>
            <Slider
              aria-labelledby="seconds-label"
              thumbLabel="Length in seconds"
              min={1}
              max={60}
              marks={[{ value: 10 }, { value: 30 }]}
              label={(value) => `${value} s`}
              {...form.getInputProps('seconds')}
            />
          </div>
          <Collapse expanded={isMore}>
            <Stack>
              <Textarea
                label="Not in the picture"
                autosize
                minRows={1}
                {...form.getInputProps('negativePrompt')}
              />
              <Group align="flex-end">
                <NumberInput
                  label="Seed"
                  description="Same request and seed, same picture"
                  min={0}
                  max={4294967295}
                  allowDecimal={false}
                  w={220}
                  {...form.getInputProps('seed')}
                />
                <div>
                  <Text size="sm" fw={500}>
                    Frames per second
                  </Text>
                  <SegmentedControl
                    aria-label="Frames per second"
                    data={['24', '25', '30']}
                    value={String(form.values.fps)}
                    onChange={(value) => form.setFieldValue('fps', Number(value) as Request['fps'])}
                  />
                </div>
              </Group>
            </Stack>
          </Collapse>
          {submit.isError && <ProblemNote error={submit.error} />}
          {isShort && (
            <Alert color="yellow" title="Not enough credits">
              This needs {quote.data?.credits} credits and {quote.data?.available} are free. Make it a draft,
              shorter or smaller.
            </Alert>
          )}
          <Group justify="space-between">
            <Button variant="subtle" color="gray" onClick={more.toggle} aria-expanded={isMore}>
              {isMore ? 'Fewer settings' : 'More settings'}
            </Button>
            <Group>
              <Text size="sm" c="dimmed" aria-live="polite">
                {quote.data === undefined ? '' : <Credits value={quote.data.credits} />}
              </Text>
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
