import { Grid, Group, Image, Paper, Stack, Text, Timeline, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { submissionQuery } from '../../api/submissions';
import { When } from '../../ui/amounts';
import type { ClipControls } from '../../ui/clip-controls';
import { ConfirmButton } from '../../ui/confirm-button';
import { PageHeader } from '../../ui/page-header';
import { PressLinks } from '../../ui/press-links';
import { QueryView } from '../../ui/query-view';
import { RegionLayer } from '../../ui/region-layer';
import { StateBadge } from '../../ui/state-badge';
import { AppealCard, Appealing } from './appeal';
import { ChangesForm } from './changes-form';
import { Clock } from './clock';
import { markersOf, NotesCard } from './notes';
import { PublishedWork } from './published-work';
import { ReasonsCard } from './reasons';

type Submission = Schemas['SubmissionDetail'];

const ClipPlayer = lazy(() => import('../../ui/clip-player').then((file) => ({ default: file.ClipPlayer })));

function Withdraw({ submission }: { submission: Submission }) {
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/submissions/{id}/{verb}', {
          params: { path: { id: submission.id, verb: 'withdraw' } },
          body: {},
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['submission', submission.id] });
      await queries.invalidateQueries({ queryKey: ['submissions'] });
    },
  });
  if (!submission.available.includes('withdraw')) return null;
  return (
    <ConfirmButton
      label="Withdraw"
      title="Withdraw this offer?"
      confirm="Withdraw it"
      isBusy={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutateAsync()}
    >
      It is not looked at any further. The clip stays yours and you may offer it again.
    </ConfirmButton>
  );
}

function History({ steps }: { steps: Submission['history'] }) {
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h4">
        What happened
      </Title>
      <Timeline bulletSize={14} lineWidth={2} active={steps.length}>
        {steps.map((step) => (
          <Timeline.Item key={`${step.at} ${step.verb}`} title={step.to.replaceAll('_', ' ')}>
            <Text size="sm" c="dimmed">
              by {step.by === 'artist' ? 'you' : step.by}, <When at={step.at} />
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Stack>
  );
}

/** A decision can be appealed once, or again when that was withdrawn; a later decision is another one. */
function mayAppeal({ statement, appeal, decidedAt }: Submission): boolean {
  if (statement === null) return false;
  if (appeal === null || appeal.state === 'withdrawn') return true;
  return appeal.closedAt !== null && decidedAt !== null && decidedAt > appeal.closedAt;
}

const setNothing = () => undefined;

function SubmissionView({ submission }: { submission: Submission }) {
  const player = useRef<ClipControls>(null);
  const [at, setAt] = useState(0);
  const { clip, statement, appeal, work, notes } = submission;
  const shown = notes.flatMap((note, index) =>
    note.region !== null && at >= note.at - 0.5 && at <= (note.until ?? note.at) + 0.5 ? [index] : [],
  );
  const isOpenForChanges = submission.state === 'draft' || submission.state === 'changes_requested';
  return (
    <>
      <PageHeader
        title={submission.title}
        lead={
          <Group component="span" gap="xs">
            <StateBadge state={submission.state} />
            <Clock submission={submission} />
          </Group>
        }
        action={<Withdraw submission={submission} />}
      />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <Suspense fallback={<Image src={clip.posterUrl} alt="" radius="md" />}>
              <ClipPlayer
                src={clip.videoUrl}
                poster={clip.posterUrl}
                label={submission.title}
                fps={clip.fps}
                ref={player}
                onTime={setAt}
                overlay={
                  <RegionLayer
                    markers={markersOf(notes)}
                    shown={shown}
                    isDrawing={false}
                    onDrawn={setNothing}
                  />
                }
              />
            </Suspense>
            {submission.state === 'approved' && (
              <Paper withBorder p="lg" component="section">
                <Stack gap="xs">
                  <Title order={2} size="h4">
                    Before it is public
                  </Title>
                  <Text size="sm">
                    It is approved and waits for its date. Whoever has a link from here sees it until then,
                    and you see how often.
                  </Text>
                  <PressLinks submissionId={submission.id} count={0} />
                </Stack>
              </Paper>
            )}
            {work !== null && <PublishedWork work={work} submissionId={submission.id} />}
            {statement !== null && (
              <ReasonsCard
                programId={submission.programId}
                reasons={statement}
                onSeek={(to) => player.current?.seek(to)}
              />
            )}
            <NotesCard notes={notes} onSeek={(to) => player.current?.seek(to)} />
            {appeal !== null && <AppealCard appeal={appeal} />}
            {mayAppeal(submission) && <Appealing submissionId={submission.id} />}
            {isOpenForChanges && <ChangesForm key={submission.state} submission={submission} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="xl">
            <History steps={submission.history} />
            {submission.riskBecause.length > 0 && (
              <Text size="sm" c="dimmed">
                Looked at as {submission.risk} risk because {submission.riskBecause.join('; ')}.
              </Text>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}

export function SubmissionPage() {
  const { submissionId }: { submissionId: string } = useParams({ strict: false });
  const submission = useQuery({ ...submissionQuery(submissionId), refetchInterval: 5_000 });
  return <QueryView query={submission}>{(data) => <SubmissionView submission={data} />}</QueryView>;
}
