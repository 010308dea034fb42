import { Button, Group, SegmentedControl, Select, SimpleGrid, Stack, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ApiProblem } from '../../api/client';
import { projectsQuery } from '../../api/keepers';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { ProblemNote } from '../../ui/problem-note';
import { useFilters } from '../../ui/use-filters';
import { ClipCard } from './clip-card';
import { CreditsPanel } from './credits-panel';
import { KeeperRates } from './keeper-rates';
import { PromptForm } from './prompt-form';
import { clipsQuery, quotaQuery, useLiveClips, type ClipFilter } from './use-clips';

/** Only where there is a choice. */
function ProjectSelect({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (name: string | null) => void;
}) {
  const { data = [] } = useQuery(projectsQuery);
  if (data.length === 0 && value === undefined) return null;
  return (
    <Select
      aria-label="Project"
      placeholder="All projects"
      clearable
      searchable
      clearButtonProps={{ 'aria-label': 'All projects' }}
      data={data.map(({ name, clips, keepers }) => ({
        value: name,
        label: `${name} · ${keepers} of ${clips} kept`,
      }))}
      value={value ?? null}
      onChange={onChange}
    />
  );
}

function Clips({ filter }: { filter: ClipFilter }) {
  const { keepersOnly, project } = filter;
  const clips = useInfiniteQuery(clipsQuery(filter));
  return (
    <PagedView
      query={clips}
      empty={
        <EmptyState
          title={`No ${keepersOnly ? 'keepers' : 'clips'}${project === undefined ? '' : ` in ${project}`} yet`}
        >
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
  const [{ show, style, project }, change] = useFilters(['show', 'style', 'project']);
  const keepersOnly = show === 'keepers';
  if (quota.error instanceof ApiProblem && [403, 404].includes(quota.error.status)) {
    return <Outside message={quota.error.message} />;
  }
  return (
    <>
      <PageHeader title="Studio" lead="Drafts are cheap, finals keep their seed." />
      <Stack>
        {quota.isError && <ProblemNote error={quota.error} onRetry={() => void quota.refetch()} />}
        <CreditsPanel />
        <PromptForm style={style} />
        <Group justify="space-between" mt="md">
          <Title order={2} size="h4">
            Your clips
          </Title>
          <Group>
            <ProjectSelect value={project} onChange={(name) => change({ project: name })} />
            <SegmentedControl
              aria-label="Which clips"
              data={[
                { value: 'all', label: 'All' },
                { value: 'keepers', label: 'Keepers' },
              ]}
              value={keepersOnly ? 'keepers' : 'all'}
              onChange={(next) => change({ show: next === 'keepers' ? next : null })}
            />
          </Group>
        </Group>
        {keepersOnly && <KeeperRates project={project} />}
        <Clips filter={{ keepersOnly, project }} />
      </Stack>
    </>
  );
}
