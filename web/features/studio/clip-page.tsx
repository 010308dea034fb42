import {
  Button,
  Code,
  Grid,
  Group,
  Image,
  Paper,
  Progress,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { api, newIdempotencyKey, unwrap } from '../../api/client';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { clipQuery, clipsQuery, hasEnded, useLiveClips, type Clip } from './use-clips';

const ClipPlayer = lazy(() =>
  import('../../ui/clip-player').then((module) => ({ default: module.ClipPlayer })),
);

const LOOKS: Record<string, VerbLook> = {
  keep: { label: 'Mark as keeper', variant: 'filled' },
  unkeep: { label: 'Not a keeper after all', variant: 'subtle', color: 'gray' },
  promote: { label: 'Promote to a final' },
  cancel: { label: 'Cancel, credits back', color: 'red', variant: 'subtle' },
};

const path = (id: string) => ({ params: { path: { id } } });

async function act(clip: Clip, verb: string) {
  if (verb === 'cancel') return unwrap(api.POST('/api/v1/generations/{id}/cancel', path(clip.id)));
  if (verb === 'promote') {
    const headers = { 'Idempotency-Key': newIdempotencyKey() };
    return unwrap(api.POST('/api/v1/generations/{id}/promote', { ...path(clip.id), headers }));
  }
  return unwrap(
    api.POST('/api/v1/generations/{id}/keeper', { ...path(clip.id), body: { isKeeper: verb === 'keep' } }),
  );
}

function Waiting({ clip }: { clip: Clip }) {
  const wait = useQuery({
    queryKey: ['wait', clip.id],
    refetchInterval: 3_000,
    queryFn: () => unwrap(api.GET('/api/v1/generations/{id}/wait', path(clip.id))),
  });
  const band = wait.data;
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Progress
          value={clip.progress / 10}
          size="lg"
          animated={clip.state === 'processing'}
          aria-label="Progress"
        />
        <Text aria-live="polite">{band?.reason ?? clip.state}</Text>
        {band !== undefined && band.p50Seconds !== null && band.p90Seconds !== null && (
          <Text c="dimmed" className="figures">
            Done in {Math.ceil(band.p50Seconds)} to {Math.ceil(band.p90Seconds)} s.{' '}
            {band.position !== null &&
              `Place ${band.position}: ${band.aheadOthers} of others and ${band.aheadOwn} of yours go first.`}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function Facts({ clip }: { clip: Clip }) {
  const rows: [string, string | number][] = [
    ['Style', clip.style],
    ['Picture', `${clip.width} × ${clip.height} at ${clip.fps} fps`],
    ['Length', `${clip.seconds} s`],
    ['Seed', clip.seed],
    ['Kind', clip.draft ? 'draft' : 'final'],
    ['Credits', `${clip.credits}, price table ${clip.priceVersion}`],
    ['Made by', clip.model === null ? clip.provider : `${clip.provider}, ${clip.model}`],
    ...(clip.files === null
      ? []
      : ([['SHA-256', `${clip.files.sha256.slice(0, 16)}…`]] as [string, string][])),
  ];
  return (
    <Table>
      <Table.Tbody>
        {rows.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td className="figures">{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Finished({ clip }: { clip: Clip }) {
  if (clip.files === null) {
    return (
      <Paper withBorder p="lg">
        <Title order={2} size="h4">
          {clip.failure?.code ?? clip.state}
        </Title>
        <Text>{clip.failure?.message ?? 'This clip was not made. Its credits are free again.'}</Text>
      </Paper>
    );
  }
  return (
    <Stack>
      <Suspense fallback={<Image src={clip.files.poster} alt="" />}>
        <ClipPlayer src={clip.files.video} poster={clip.files.poster} label={clip.prompt} fps={clip.fps} />
      </Suspense>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Image src={clip.files.sheet} alt="Nine frames of the clip" radius="md" />
        <Group align="flex-start">
          <Button
            component="a"
            href={`${clip.files.video}?download=true`}
            download={`${clip.id}.mp4`}
            variant="default"
          >
            Download MP4
          </Button>
          {clip.isKeeper && (
            <Button
              renderRoot={(props) => (
                <Link to="/studio/submissions" search={{ clip: clip.id } as never} {...props} />
              )}
            >
              Offer for sharing
            </Button>
          )}
          <Button
            variant="light"
            renderRoot={(props) => (
              <Link to="/studio/feedback" search={{ clip: clip.id } as never} {...props} />
            )}
          >
            Give paid feedback
          </Button>
        </Group>
      </SimpleGrid>
    </Stack>
  );
}

function ClipView({ clip }: { clip: Clip }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = useMutation({
    mutationFn: (verb: string) => act(clip, verb),
    onSuccess: async (answer, verb) => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['clip', clip.id] }),
        queries.invalidateQueries({ queryKey: clipsQuery(false).queryKey }),
      ]);
      if (verb !== 'promote' || answer === undefined || !('generations' in answer)) return;
      const final = (answer as { generations: Clip[] }).generations[0];
      notifications.show({ message: 'The final is on its way, with the same seed.' });
      if (final !== undefined) await navigate({ to: '/studio/clips/$clipId', params: { clipId: final.id } });
    },
  });
  return (
    <>
      <PageHeader
        title={clip.prompt}
        lead={<StateBadge state={clip.state} />}
        action={
          <VerbButtons
            available={clip.available}
            looks={LOOKS}
            isBusy={change.isPending}
            onAct={(verb) => change.mutate(verb)}
          />
        }
      />
      {change.isError && <ProblemNote error={change.error} />}
      <Grid>
        <Grid.Col span={{ base: 12, md: 8 }}>
          {hasEnded(clip) ? <Finished clip={clip} /> : <Waiting clip={clip} />}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Facts clip={clip} />
          {clip.negativePrompt !== null && (
            <Text size="sm" mt="sm">
              Not in the picture: <Code>{clip.negativePrompt}</Code>
            </Text>
          )}
        </Grid.Col>
      </Grid>
    </>
  );
}

export function ClipPage() {
  useLiveClips();
  const { clipId } = useParams({ strict: false }) as { clipId: string };
  return <QueryView query={useQuery(clipQuery(clipId))}>{(clip) => <ClipView clip={clip} />}</QueryView>;
}
