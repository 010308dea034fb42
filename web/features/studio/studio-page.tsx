import { Button, Group, SegmentedControl, SimpleGrid, Stack, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ApiProblem } from '../../api/client';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { ProblemNote } from '../../ui/problem-note';
import { ClipCard } from './clip-card';
import { CreditsPanel } from './credits-panel';
import { KeeperRates } from './keeper-rates';
import { PromptForm } from './prompt-form';
import { clipsQuery, quotaQuery, useLiveClips } from './use-clips';

function Clips({ keepersOnly }: { keepersOnly: boolean }) {
  const clips = useInfiniteQuery(clipsQuery(keepersOnly));
  return (
    <PagedView
      query={clips}
      empty={
        <EmptyState title={keepersOnly ? 'No keepers yet' : 'No clips yet'}>
          {keepersOnly
            ? 'Mark a finished clip as a keeper: only keepers can be offered for sharing.'
            : 'Write a prompt above and send it as a draft. Drafts cost a quarter of a final.'}
        </EmptyState>
      }
    >
      {(items) => (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }}>
          {items.map((clip) => (
            <ClipCard key={clip.id} clip={clip} />
          ))}
        </SimpleGrid>
      )}
    </PagedView>
  );
}

/** For accounts that are in no programme: the server's own words and the way on. */
function Outside({ message }: { message: string }) {
  return (
    <>
      <PageHeader title="Studio" />
      <EmptyState
        title="The Studio is not open to you yet"
        action={
          <Button renderRoot={(props) => <Link to="/studio/enrollment" {...props} />}>
            See where you stand
          </Button>
        }
      >
        {message}
      </EmptyState>
    </>
  );
}

export function StudioPage() {
  useLiveClips();
  const quota = useQuery(quotaQuery);
  const navigate = useNavigate();
  const search: { show?: string; style?: string } = useSearch({ strict: false });
  const keepersOnly = search.show === 'keepers';
  if (quota.error instanceof ApiProblem && [403, 404].includes(quota.error.status)) {
    return <Outside message={quota.error.message} />;
  }
  return (
    <>
      <PageHeader title="Studio" lead="Drafts are cheap, finals keep their seed." />
      <Stack>
        {quota.isError && <ProblemNote error={quota.error} onRetry={() => void quota.refetch()} />}
        <CreditsPanel />
        <PromptForm style={typeof search.style === 'string' ? search.style : undefined} />
        <Group justify="space-between" mt="md">
          <Title order={2} size="h4">
            Your clips
          </Title>
          <SegmentedControl
            aria-label="Which clips"
            data={[
              { value: 'all', label: 'All' },
              { value: 'keepers', label: 'Keepers' },
            ]}
            value={keepersOnly ? 'keepers' : 'all'}
            onChange={(show) =>
              void navigate({ to: '/studio', search: show === 'keepers' ? { show } : {}, resetScroll: false })
            }
          />
        </Group>
        {keepersOnly && <KeeperRates />}
        <Clips keepersOnly={keepersOnly} />
      </Stack>
    </>
  );
}
