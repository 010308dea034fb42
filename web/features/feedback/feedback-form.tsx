import { Button, Group, Paper, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../../api/client';
import { programQuery } from '../../api/programs';
import { Money } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { MarkerEditor } from './marker-editor';
import { RatingFields } from './rating-fields';
import { TypeChoice } from './type-choice';
import { SENTIMENTS, type Marker, type Ratings, type Type } from './words';

interface Draft {
  type: Type;
  text: string;
  sentiment: (typeof SENTIMENTS)[number][0];
  ratings: Ratings;
  markers: Marker[];
}

const EMPTY: Draft = { type: 'issue', text: '', sentiment: '', ratings: {}, markers: [] };

const bodyOf = (
  draft: Draft,
  about: { generationId: string } | { programId: string },
): Schemas['FeedbackInput'] => ({
  ...about,
  type: draft.type,
  text: draft.text.trim(),
  ...(draft.sentiment === '' ? {} : { sentiment: draft.sentiment }),
  ...('generationId' in about ? { ratings: draft.ratings, markers: draft.markers } : {}),
});

function Price({ programId, type }: { programId: string; type: Type }) {
  const card = useQuery(programQuery(programId)).data?.rateCard;
  const amount = card?.items[`feedback.${type}`];
  if (!card || amount === undefined) return null;
  return (
    <Text size="sm">
      <Money value={{ amount, currency: card.currency }} /> when accepted; not handled in 7 days counts as
      accepted.
    </Text>
  );
}

function Sentiment({
  value,
  onChange,
}: {
  value: Draft['sentiment'];
  onChange: (next: Draft['sentiment']) => void;
}) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600} id="sentiment-label">
        How do you mean it?
      </Text>
      <Text size="xs" c="dimmed" id="sentiment-help">
        Hidden from everybody who decides about your pay. Only the published numbers use it, to show whether
        critical feedback is treated like favourable feedback.
      </Text>
      <Group>
        <SegmentedControl
          aria-labelledby="sentiment-label"
          aria-describedby="sentiment-help"
          data={SENTIMENTS.map(([name, label]) => ({ value: name, label }))}
          value={value}
          onChange={onChange}
        />
      </Group>
    </Stack>
  );
}

/** Feedback on one clip with its timeline, or on the programme as a whole. */
export function FeedbackForm({
  programId,
  clip,
}: {
  programId: string;
  clip: Schemas['GenerationView'] | null;
}) {
  const queries = useQueryClient();
  const [key, setKey] = useState(newIdempotencyKey);
  const form = useForm<Draft>({
    initialValues: EMPTY,
    validate: {
      text: (value) => (value.trim().length < 10 ? 'At least ten characters: what did you see?' : null),
    },
  });
  const send = useMutation({
    mutationFn: (draft: Draft) =>
      unwrap(
        api.POST('/api/v1/feedback', {
          body: bodyOf(draft, clip === null ? { programId } : { generationId: clip.id }),
          headers: { 'Idempotency-Key': key },
        }),
      ),
    onError: () => setKey(newIdempotencyKey()),
    onSuccess: async () => {
      setKey(newIdempotencyKey());
      form.reset();
      notifications.show({ message: 'Sent. You are told what becomes of it.' });
      await queries.invalidateQueries({ queryKey: ['feedback'] });
    },
  });
  const { type, sentiment, ratings, markers } = form.values;
  return (
    <Paper withBorder p="lg">
      <form onSubmit={form.onSubmit((draft) => send.mutate(draft))}>
        <Stack gap="lg">
          <Title order={2} size="h4" lineClamp={2}>
            {clip === null ? 'Feedback on the programme' : `Feedback on “${clip.prompt}”`}
          </Title>
          <TypeChoice
            programId={programId}
            value={type}
            onChange={(next) => form.setFieldValue('type', next)}
          />
          {clip !== null && (
            <MarkerEditor
              clip={clip}
              markers={markers}
              onChange={(next) => form.setFieldValue('markers', next)}
            />
          )}
          <Textarea
            label="In your own words"
            description="What you did, what you expected, what you saw."
            autosize
            minRows={3}
            maxLength={5000}
            withAsterisk
            {...form.getInputProps('text')}
          />
          {clip !== null && (
            <RatingFields value={ratings} onChange={(next) => form.setFieldValue('ratings', next)} />
          )}
          <Sentiment value={sentiment} onChange={(next) => form.setFieldValue('sentiment', next)} />
          {send.isError && <ProblemNote error={send.error} />}
          <Group justify="space-between">
            <Price programId={programId} type={type} />
            <Button type="submit" loading={send.isPending}>
              Send feedback
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
