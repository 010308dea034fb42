import { Button, Group, Image, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { VerbButtons } from '../../ui/verb-buttons';
import { act, LOOKS } from './clip-verbs';
import { ClipCard } from './clip-card';
import { FinalPrice } from './final-price';
import { batchQuery, quotaQuery, useLiveClips, type Clip } from './use-clips';

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

/** What is decided while comparing; all else is on the clip's own page. */
const DECISIONS = new Set(['keep', 'unkeep', 'promote', 'cancel']);

function Variation({ clip }: { clip: Clip }) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (verb: string) => act(clip, verb),
    onSuccess: () =>
      Promise.all(
        [['clip', clip.id], ['clips'], ['variations'], ['clip-choices'], quotaQuery.queryKey].map(
          (queryKey) => queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
  return (
    <Stack gap="xs" component="article" aria-label={`Seed ${clip.seed}`}>
      {clip.files !== null && (
        <Suspense fallback={<Image src={clip.files.poster} alt="" radius="md" />}>
          <ClipPlayer
            src={clip.files.video}
            poster={clip.files.poster}
            label={`Seed ${clip.seed}`}
            fps={clip.fps}
          />
        </Suspense>
      )}
      {clip.files === null ? (
        <ClipCard clip={clip} />
      ) : (
        <Text size="sm" className="figures">
          Seed {clip.seed}
          {clip.isKeeper && ' · keeper'}
        </Text>
      )}
      <FinalPrice clip={clip} />
      {change.isError && <ProblemNote error={change.error} />}
      {change.isSuccess && change.data !== undefined && (
        <Text size="sm" role="status">
          The final is on its way, with the same seed.
        </Text>
      )}
      <VerbButtons
        available={clip.available.filter((verb) => DECISIONS.has(verb))}
        looks={LOOKS}
        isBusy={change.isPending}
        onAct={(verb) => change.mutate(verb)}
      />
    </Stack>
  );
}

/** All variations of one request side by side, to choose the keepers. */
export function BatchPage() {
  useLiveClips();
  const { batchId }: { batchId: string } = useParams({ strict: false });
  const back = (
    <Button variant="default" renderRoot={(props) => <Link to="/studio" {...props} />}>
      Back to the Studio
    </Button>
  );
  return (
    <QueryView query={useQuery(batchQuery(batchId))}>
      {(clips) => {
        const [first] = clips;
        if (first === undefined) {
          return (
            <EmptyState title="There is no such request of yours" action={back}>
              Its address may be incomplete.
            </EmptyState>
          );
        }
        const kept = clips.filter((clip) => clip.isKeeper).length;
        return (
          <>
            <PageHeader
              title="Side by side"
              lead={
                clips.length === 1
                  ? 'One clip.'
                  : `${clips.length} variations, each with its own seed; ${kept} kept.`
              }
              action={<Group>{back}</Group>}
            />
            <Text mb="md">{first.prompt}</Text>
            <SimpleGrid cols={{ base: 1, sm: 2, xl: clips.length > 4 ? 4 : Math.max(2, clips.length) }}>
              {clips.map((clip) => (
                <Variation key={clip.id} clip={clip} />
              ))}
            </SimpleGrid>
          </>
        );
      }}
    </QueryView>
  );
}
