import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../../api/client';
import { programQuery } from '../../api/programs';
import { Money } from '../../ui/amounts';
import { MarkerEditor } from '../../ui/marker-editor';
import { ProblemNote } from '../../ui/problem-note';
import { FilesField, type FeedbackFile } from './files-field';
import { MinutesField, NamelessChoice, SeverityChoice, TitleField, type Severity } from './more-fields';
import { RatingFields } from './rating-fields';
import { SentimentChoice } from './sentiment-choice';
import { Suggestions } from './suggestions';
import { TypeChoice } from './type-choice';
import type { Marker, Ratings, SentimentLabel, Type } from './words';

interface Draft {
  type: Type;
  text: string;
  title: string;
  severity: Severity;
  isPrivate: boolean;
  minutes: number | null;
  files: FeedbackFile[];
  similarTo: string | null;
  sentiment: SentimentLabel;
  ratings: Ratings;
  markers: Marker[];
}

const EMPTY: Draft = {
  type: 'issue',
  title: '',
  text: '',
  severity: 'minor',
  isPrivate: false,
  minutes: null,
  files: [],
  similarTo: null,
  sentiment: '',
  ratings: {},
  markers: [],
};

const bodyOf = (
  draft: Draft,
  about: { generationId: string } | { programId: string },
): Schemas['FeedbackInput'] => ({
  ...about,
  type: draft.type,
  text: draft.text.trim(),
  severity: draft.severity,
  isPrivate: draft.isPrivate,
  files: draft.files.map(({ id }) => id),
  ...(draft.title.trim() === '' ? {} : { title: draft.title.trim() }),
  ...(draft.similarTo === null ? {} : { similarTo: draft.similarTo }),
  ...(draft.minutes === null ? {} : { minutes: draft.minutes }),
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

function Markers({
  clip: { files, prompt, fps, seconds, aspect },
  ...rest
}: {
  clip: Schemas['GenerationView'];
  markers: readonly Marker[];
  onChange: (markers: Marker[]) => void;
}) {
  if (files === null) return <Text c="dimmed">This clip has no picture to mark.</Text>;
  const { video: src, poster } = files;
  return <MarkerEditor clip={{ src, poster, label: prompt, fps, seconds, aspect }} {...rest} />;
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
      markers: (list) =>
        list.some(({ note }) => note.trim() === '') ? 'Say at each marker what is to be seen there.' : null,
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
  const { type, title, sentiment, ratings, markers } = form.values;
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
            <Markers clip={clip} markers={markers} onChange={(next) => form.setFieldValue('markers', next)} />
          )}
          <TitleField value={title} onChange={(next) => form.setFieldValue('title', next)} />
          <Textarea
            label="In your own words"
            description="What you did, what you expected, what you saw."
            autosize
            minRows={3}
            maxLength={5000}
            withAsterisk
            {...form.getInputProps('text')}
          />
          <Suggestions
            programId={programId}
            text={`${title} ${form.values.text}`}
            value={form.values.similarTo}
            onChange={(next) => form.setFieldValue('similarTo', next)}
          />
          <SeverityChoice
            value={form.values.severity}
            onChange={(next) => form.setFieldValue('severity', next)}
          />
          {clip !== null && (
            <RatingFields value={ratings} onChange={(next) => form.setFieldValue('ratings', next)} />
          )}
          <SentimentChoice value={sentiment} onChange={(next) => form.setFieldValue('sentiment', next)} />
          <MinutesField
            value={form.values.minutes}
            onChange={(next) => form.setFieldValue('minutes', next)}
          />
          <FilesField files={form.values.files} onChange={(next) => form.setFieldValue('files', next)} />
          <NamelessChoice
            isPrivate={form.values.isPrivate}
            onChange={(next) => form.setFieldValue('isPrivate', next)}
          />
          {form.errors.markers !== undefined && (
            <Text size="sm" c="red" role="alert">
              {form.errors.markers}
            </Text>
          )}
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
