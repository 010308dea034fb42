import { Button, Center, Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ApiProblem } from '../../api/client';
import { Credits } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { ClipCard } from './clip-card';
import { PromptForm } from './prompt-form';
import { clipsQuery, quotaQuery, useLiveClips } from './use-clips';

function Balance() {
  const { data } = useQuery(quotaQuery);
  if (data === undefined) return null;
  return (
    <Text size="sm" c="dimmed">
      <Credits value={data.available} /> free{data.held > 0 && <>, {data.held} held by clips under way</>}
    </Text>
  );
}

function Clips({ keepersOnly }: { keepersOnly: boolean }) {
  const clips = useInfiniteQuery(clipsQuery(keepersOnly));
  return (
    <QueryView query={clips as never}>
      {() => {
        const items = clips.data?.pages.flatMap((page) => page.items) ?? [];
        if (items.length === 0) {
          return (
            <EmptyState title={keepersOnly ? 'No keepers yet' : 'No clips yet'}>
              {keepersOnly
                ? 'Mark a finished clip as a keeper: only keepers can be offered for sharing.'
                : 'Write a prompt above and send it as a draft. Drafts cost a quarter of a final.'}
            </EmptyState>
          );
        }
        return (
          <Stack>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }}>
              {items.map((clip) => (
                <ClipCard key={clip.id} clip={clip} />
              ))}
            </SimpleGrid>
            {clips.hasNextPage && (
              <Center>
                <Button
                  variant="default"
                  loading={clips.isFetchingNextPage}
                  onClick={() => void clips.fetchNextPage()}
                >
                  Older clips
                </Button>
              </Center>
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}

export function StudioPage() {
  useLiveClips();
  const quota = useQuery(quotaQuery);
  const navigate = useNavigate();
  const search: { show?: string } = useSearch({ strict: false });
  const isOutside = quota.error instanceof ApiProblem && quota.error.status === 403;
  if (isOutside) {
    return (
      <>
        <PageHeader title="Studio" />
        <EmptyState
          title="You are not in a programme yet"
          action={
            <Button renderRoot={(props) => <Link to="/studio/enrollment" {...props} />}>
              See your applications
            </Button>
          }
        >
          {quota.error?.message}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Studio" lead="Drafts are cheap, finals keep their seed." action={<Balance />} />
      <Stack>
        {quota.isError && <ProblemNote error={quota.error} onRetry={() => void quota.refetch()} />}
        <PromptForm />
        <Group justify="flex-end">
          <SegmentedControl
            aria-label="Which clips"
            data={[
              { value: 'all', label: 'All' },
              { value: 'keepers', label: 'Keepers' },
            ]}
            value={search.show === 'keepers' ? 'keepers' : 'all'}
            onChange={(show) =>
              void navigate({ to: '/studio', search: (show === 'keepers' ? { show } : {}) as never })
            }
          />
        </Group>
        <Clips keepersOnly={search.show === 'keepers'} />
      </Stack>
    </>
  );
}
