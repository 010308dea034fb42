import { Button, Grid, Group, Image, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { clipQuery } from '../../api/clips';
import { PageHeader } from '../../ui/page-header';
import { ProvenancePanel } from '../../ui/provenance-panel';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons } from '../../ui/verb-buttons';
import { ClipFacts } from './clip-facts';
import { act, LOOKS } from './clip-verbs';
import { ClipWaiting } from './clip-waiting';
import { FinalPrice } from './final-price';
import { Lineage } from './lineage';
import { CreditLine } from './credit-line';
import { InBin, Removed } from './in-bin';
import { draftFrom, keepDraft } from './request';
import { UnusableDialog } from './unusable-dialog';
import { batchQuery, hasEnded, quotaQuery, useLiveClips, type Clip } from './use-clips';

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

const path = (id: string) => ({ params: { path: { id } } });

function Failed({ clip }: { clip: Clip }) {
  if (clip.state === 'succeeded') return <Removed clip={clip} />;
  return (
    <Paper withBorder p="lg">
      <Stack gap="xs">
        <Title order={2} size="h4">
          {clip.state === 'canceled' ? 'Canceled' : 'It was not made'}
        </Title>
        <Text>{clip.failure?.message ?? 'This clip was not made.'}</Text>
        <Text size="sm" c="dimmed">
          It cost nothing: its {clip.credits} credits are free again.
        </Text>
      </Stack>
    </Paper>
  );
}

function Finished({ clip }: { clip: Clip }) {
  if (clip.files === null) return <Failed clip={clip} />;
  return (
    <Stack>
      <Suspense fallback={<Image src={clip.files.poster} alt="" radius="md" />}>
        <ClipPlayer src={clip.files.video} poster={clip.files.poster} label={clip.prompt} fps={clip.fps} />
      </Suspense>
      <Group>
        {clip.isKeeper && (
          <Button
            renderRoot={(props) => <Link to="/studio/submissions" search={{ clip: clip.id }} {...props} />}
          >
            Offer for sharing
          </Button>
        )}
        <Button
          variant="light"
          renderRoot={(props) => <Link to="/studio/feedback" search={{ clip: clip.id }} {...props} />}
        >
          Give paid feedback
        </Button>
        <Button
          component="a"
          href={`${clip.files.video}?download=true`}
          download={`${clip.id}.mp4`}
          variant="default"
        >
          Download MP4
        </Button>
      </Group>
      <Image src={clip.files.sheet} alt="Nine frames of the clip" radius="md" maw={560} />
    </Stack>
  );
}

function Origin({ clip }: { clip: Clip }) {
  const provenance = useQuery({
    queryKey: ['provenance', clip.id],
    queryFn: () => unwrap(api.GET('/api/v1/generations/{id}/provenance', path(clip.id))),
    enabled: clip.files !== null,
  });
  return (
    <Stack mt="lg">
      {provenance.data !== undefined && (
        <ProvenancePanel
          provenance={provenance.data}
          manifestUrl={`/api/v1/generations/${clip.id}/manifest`}
        />
      )}
      <CreditLine programId={clip.programId} />
    </Stack>
  );
}

function Again({ clip }: { clip: Clip }) {
  const navigate = useNavigate();
  return (
    <Button
      variant="default"
      onClick={() => {
        keepDraft(draftFrom(clip));
        void navigate({ to: '/studio' });
      }}
    >
      Again with changes
    </Button>
  );
}

/** To the other variations of the same request, where there are any. */
function Beside({ clip: { batchId } }: { clip: Clip }) {
  const { data: clips } = useQuery(batchQuery(batchId));
  if (clips === undefined || clips.length < 2) return null;
  return (
    <Button
      variant="default"
      renderRoot={(props) => <Link to="/studio/batches/$batchId" params={{ batchId }} {...props} />}
    >
      Compare {clips.length} variations
    </Button>
  );
}

function ClipView({ clip }: { clip: Clip }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isUnusable, setUnusable] = useState(false);
  const change = useMutation({
    mutationFn: (verb: string) => act(clip, verb),
    onSuccess: async (final) => {
      await Promise.all(
        [['clip', clip.id], ['clips'], ['clip-choices'], ['bin'], quotaQuery.queryKey].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
      if (final === undefined) return;
      notifications.show({ message: 'The final is on its way, with the same seed.' });
      await navigate({ to: '/studio/clips/$clipId', params: { clipId: final.id } });
    },
  });
  return (
    <>
      <PageHeader
        title={clip.prompt.length > 70 ? `${clip.prompt.slice(0, 70)}…` : clip.prompt}
        lead={
          <Group component="span" gap="xs">
            <StateBadge state={clip.state} />
            {clip.isKeeper && 'Keeper'}
            {clip.unusableReason !== null && 'Marked unusable, credits back'}
          </Group>
        }
        action={
          <VerbButtons
            available={clip.available}
            looks={LOOKS}
            isBusy={change.isPending}
            onAct={(verb) => (verb === 'mark_unusable' ? setUnusable(true) : change.mutate(verb))}
          />
        }
      />
      {change.isError && <ProblemNote error={change.error} />}
      <InBin clip={clip} />
      <UnusableDialog clip={clip} opened={isUnusable} onClose={() => setUnusable(false)} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 8 }}>
          {hasEnded(clip) ? <Finished clip={clip} /> : <ClipWaiting clip={clip} />}
          <Lineage clipId={clip.id} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <ClipFacts clip={clip} />
          <FinalPrice clip={clip} />
          <Origin clip={clip} />
          <Group mt="md">
            <Again clip={clip} />
            <Beside clip={clip} />
          </Group>
        </Grid.Col>
      </Grid>
    </>
  );
}

export function ClipPage() {
  useLiveClips();
  const { clipId }: { clipId: string } = useParams({ strict: false });
  return <QueryView query={useQuery(clipQuery(clipId))}>{(clip) => <ClipView clip={clip} />}</QueryView>;
}
