import { Button, Select, Stack, Title } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { enrollmentsQuery } from '../../api/programs';
import { clipQuery } from '../../api/clips';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { QueryView } from '../../ui/query-view';
import { DigestSwitch } from './digest-switch';
import { FeedbackForm } from './feedback-form';
import { FeedbackItem } from './feedback-item';
import { usePay } from './use-pay';

const feedbackQuery = (generationId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['feedback', { generationId }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/feedback', { params: { query: { limit: 20, cursor: pageParam, generationId } } }),
      ),
    getNextPageParam: (page) => page.next,
  });

function ClipChoice({ clip }: { clip: string | undefined }) {
  const navigate = useNavigate();
  const clips = useQuery({
    queryKey: ['clip-choices', 'finished'],
    queryFn: () =>
      unwrap(api.GET('/api/v1/generations', { params: { query: { limit: 100, state: 'succeeded' } } })),
  });
  return (
    <Select
      label="About"
      placeholder="The programme as a whole"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'About the programme as a whole' }}
      data={
        clips.data?.items.map(({ id, prompt, seed }) => ({
          value: id,
          label: `${prompt.slice(0, 80)} (seed ${seed})`,
        })) ?? []
      }
      value={clip ?? null}
      onChange={(id) =>
        void navigate({ to: '/studio/feedback', search: id === null ? {} : { clip: id }, resetScroll: false })
      }
    />
  );
}

function OnClip({ id }: { id: string }) {
  const clip = useQuery(clipQuery(id));
  return (
    <QueryView query={clip}>
      {(data) => <FeedbackForm key={data.id} programId={data.programId} clip={data} />}
    </QueryView>
  );
}

function OnProgramme() {
  const [chosen, choose] = useState<string | null>(null);
  return (
    <QueryView query={useQuery(enrollmentsQuery)}>
      {({ items }) => {
        const first = items.find(({ state }) => state === 'active') ?? items[0];
        const programId = chosen ?? first?.programId;
        if (programId !== undefined)
          return (
            <Stack>
              {items.length > 1 && (
                <Select
                  label="Programme"
                  allowDeselect={false}
                  data={items.map((one) => ({ value: one.programId, label: one.programName }))}
                  value={programId}
                  onChange={choose}
                />
              )}
              <FeedbackForm key={programId} programId={programId} clip={null} />
            </Stack>
          );
        return (
          <EmptyState
            title="You are not in a programme yet"
            action={
              <Button renderRoot={(props) => <Link to="/programs" {...props} />}>See the programmes</Button>
            }
          >
            Feedback is paid work of those who take part.
          </EmptyState>
        );
      }}
    </QueryView>
  );
}

export function FeedbackPage() {
  const { clip }: { clip?: string } = useSearch({ strict: false });
  const items = useInfiniteQuery(feedbackQuery(clip));
  const pay = usePay();
  return (
    <>
      <PageHeader
        title="Feedback"
        lead="Paid work, with its price before you write. Every item gets an answer."
      />
      <Stack gap="xl" maw={860}>
        <ClipChoice clip={clip} />
        {clip === undefined ? <OnProgramme /> : <OnClip id={clip} />}
        <Stack gap="sm">
          <Title order={2} size="h4">
            {clip === undefined ? 'What you sent' : 'What you sent about this clip'}
          </Title>
          <DigestSwitch />
          <PagedView
            query={items}
            empty={
              <EmptyState title="Nothing sent yet">
                What you send stands here with its state, answer and pay.
              </EmptyState>
            }
          >
            {(list) => (
              <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
                {list.map((item) => (
                  <FeedbackItem key={item.id} item={item} earning={pay.get(item.payRef ?? item.id)} />
                ))}
              </Stack>
            )}
          </PagedView>
        </Stack>
      </Stack>
    </>
  );
}
