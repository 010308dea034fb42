import { Button, Group, Image, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, newIdempotencyKey, unwrap, type Schemas } from '../../api/client';
import { EmptyState } from '../../ui/empty-state';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { EMPTY, toChanges, type Offer } from './offer';
import { OfferFields } from './offer-fields';

type Clip = Schemas['GenerationView'];

function Form({ keepers, chosen }: { keepers: readonly Clip[]; chosen: string | undefined }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [key, setKey] = useState(newIdempotencyKey);
  const clip = keepers.find(({ id }) => id === chosen);
  const form = useForm<Offer>({ initialValues: EMPTY });
  const offer = useMutation({
    mutationFn: ({ generationId, isDraft }: { generationId: string; isDraft: boolean }) =>
      unwrap(
        api.POST('/api/v1/submissions', {
          body: { ...toChanges(form.values), generationId, draft: isDraft },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    // The next try may be another act: corrected, or a draft instead.
    onError: () => setKey(newIdempotencyKey()),
    onSuccess: async (submission) => {
      notifications.show({
        message: submission.state === 'draft' ? 'Kept as a draft.' : 'Handed in. The clock is running.',
      });
      await queries.invalidateQueries({ queryKey: ['submissions'] });
      await navigate({ to: '/studio/submissions/$submissionId', params: { submissionId: submission.id } });
    },
  });
  const send = (isDraft: boolean) => {
    if (clip !== undefined) offer.mutate({ generationId: clip.id, isDraft });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      <Stack>
        <Select
          label="Keeper"
          placeholder="Choose a clip"
          withAsterisk
          data={keepers.map(({ id, prompt, seed }) => ({
            value: id,
            label: `${prompt.slice(0, 80)} (seed ${seed})`,
          }))}
          value={clip?.id ?? null}
          onChange={(id) =>
            void navigate({
              to: '/studio/submissions',
              search: id === null ? {} : { clip: id },
              resetScroll: false,
            })
          }
        />
        {clip?.files && <Image src={clip.files.poster} alt={clip.prompt} maw={360} radius="md" />}
        <OfferFields form={form} />
        {offer.isError && <ProblemNote error={offer.error} />}
        <Group>
          <Button type="submit" loading={offer.isPending} disabled={clip === undefined}>
            Offer for sharing
          </Button>
          <Button
            variant="default"
            disabled={clip === undefined || offer.isPending}
            onClick={() => send(true)}
          >
            Keep as a draft
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Offers one keeper for sharing: what is in it, whose it is, for whom it is. */
export function OfferForm({ chosen }: { chosen: string | undefined }) {
  const keepers = useQuery({
    queryKey: ['clip-choices', 'keepers'],
    queryFn: () =>
      unwrap(api.GET('/api/v1/generations', { params: { query: { limit: 100, keeper: true } } })),
  });
  return (
    <Paper withBorder p="lg">
      <Stack>
        <div>
          <Title order={2} size="h4">
            Offer a keeper
          </Title>
          <Text size="sm" c="dimmed">
            Sharing is decided by published rules. Low-risk offers that are not decided in time are approved.
          </Text>
        </div>
        <QueryView query={keepers}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState
                title="No keepers yet"
                action={
                  <Button renderRoot={(props) => <Link to="/studio" {...props} />}>To your clips</Button>
                }
              >
                Only a clip that you marked as a keeper can be offered.
              </EmptyState>
            ) : (
              <Form keepers={items} chosen={chosen} />
            )
          }
        </QueryView>
      </Stack>
    </Paper>
  );
}
