import { Alert, Button, Grid, Group, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { policyQuery } from '../../api/programs';
import type { ClipControls } from '../../ui/clip-controls';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { FramePlayer } from './frame-player';
import { RulesList, WorkFacts } from './facts-pane';
import { easedBy, useDesk } from './use-desk';
import { ownAgreementQuery, useOpinions, type Opinion, type OpinionInput } from './use-opinions';

const OUTCOMES = [
  { value: 'approved', label: 'Approve' },
  { value: 'changes_requested', label: 'Request changes' },
  { value: 'declined', label: 'Decline' },
] as const;

const told = (outcome: OpinionInput['outcome'] | null): string =>
  OUTCOMES.find(({ value }) => value === outcome)?.label.toLowerCase() ?? '';

/** How often one's own verdicts were those of others. */
function OwnAgreement() {
  const own = useQuery(ownAgreementQuery);
  const equal = own.data?.equal;
  if (own.data === undefined || equal === null || equal === undefined) return null;
  return (
    <Text size="sm" c="dimmed">
      In {own.data.days} days you and another person looked at {own.data.pairs} of the same works and agreed
      on {Math.round(equal.value * 100)} % (95 % sure: {Math.round(equal.low * 100)} to{' '}
      {Math.round(equal.high * 100)} %). Only you see this.
    </Text>
  );
}

function OpinionForm({ opinion, steps }: { opinion: Opinion; steps: ReturnType<typeof useOpinions> }) {
  const policy = useQuery(policyQuery);
  const [outcome, setOutcome] = useState<OpinionInput['outcome'] | null>(null);
  const [ground, setGround] = useState<OpinionInput['ground']>();
  const [facts, setFacts] = useState('');
  const needsFacts = outcome !== null && outcome !== 'approved';
  const isReady =
    outcome !== null &&
    (!needsFacts || facts.trim().length >= 20) &&
    (outcome !== 'declined' || ground !== undefined);
  return (
    <form
      aria-label="Your verdict"
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome === null || !isReady) return;
        const reasons = { ...(needsFacts && { facts }), ...(outcome === 'declined' && { ground }) };
        steps.give.mutate({ id: opinion.id, body: { outcome, ...reasons } });
      }}
    >
      <Stack>
        <Radio.Group label="What would you decide?" value={outcome} onChange={(value) => setOutcome(value)}>
          <Stack gap="xs" mt={6}>
            {OUTCOMES.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        {outcome === 'declined' && (
          <Radio.Group label="Ground" value={ground ?? null} onChange={(value) => setGround(value)}>
            <Stack gap="xs" mt={6}>
              {policy.data?.grounds.map(({ name, means }) => (
                <Radio key={name} value={name} label={name} description={means} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {needsFacts && (
          <Textarea
            label="Facts"
            description="What is to be seen, in at least 20 characters"
            required
            autosize
            minRows={3}
            maxLength={5000}
            value={facts}
            onChange={(event) => setFacts(event.currentTarget.value)}
          />
        )}
        {steps.give.isError && <ProblemNote error={steps.give.error} />}
        {steps.pass.isError && <ProblemNote error={steps.pass.error} />}
        <Group>
          <Button type="submit" disabled={!isReady} loading={steps.give.isPending}>
            Give it
          </Button>
          <Button
            variant="subtle"
            color="gray"
            loading={steps.pass.isPending}
            onClick={() => steps.pass.mutate(opinion.id)}
          >
            Pass it on
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Given({ opinion, onNext }: { opinion: Opinion; onNext: () => void }) {
  const isEqual = opinion.given === opinion.first;
  return (
    <Alert
      variant="light"
      color={isEqual ? 'green' : 'yellow'}
      title={isEqual ? 'The same verdict' : 'Another verdict'}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          You would {told(opinion.given)}; the first person chose to {told(opinion.first)}. The decision
          stands as it is; what is counted is how often two people agree.
        </Text>
        <Button size="xs" onClick={onNext}>
          The next one
        </Button>
      </Stack>
    </Alert>
  );
}

/** Decisions drawn by chance, looked at by somebody else who does not know the verdict. */
export function OpinionsPage() {
  const player = useRef<ClipControls>(null);
  const [opinion, setOpinion] = useState<Opinion | null>(null);
  const steps = useOpinions(setOpinion);
  const { desk } = useDesk();
  const isEmpty =
    steps.next.isError && 'code' in steps.next.error && steps.next.error.code === 'approval.queue_empty';
  return (
    <>
      <PageHeader
        title="Second opinions"
        lead="One decision in ten, drawn by chance. Decide as if you were the first; nothing changes by it but what we know of ourselves."
      />
      <Stack>
        <OwnAgreement />
        {steps.next.isError && !isEmpty && <ProblemNote error={steps.next.error} />}
        {opinion === null ? (
          <EmptyState
            title={isEmpty ? 'None waits for you' : 'Ready when you are'}
            action={
              <Button loading={steps.next.isPending} onClick={() => steps.next.mutate()}>
                {isEmpty ? 'Look again' : 'Take one'}
              </Button>
            }
          >
            You are never given what you decided, passed on, or have a conflict with.
          </EmptyState>
        ) : (
          <Grid key={opinion.id}>
            <Grid.Col span={{ base: 12, md: 7 }}>
              <Stack>
                <Title order={2} size="h4">
                  {opinion.work.title}
                </Title>
                <div className={easedBy(desk)}>
                  <FramePlayer detail={opinion.work} player={player} isMuted={desk.mute} />
                </div>
                {opinion.given === null ? (
                  <OpinionForm opinion={opinion} steps={steps} />
                ) : (
                  <Given opinion={opinion} onNext={() => steps.next.mutate()} />
                )}
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>
              <Stack>
                <WorkFacts work={opinion.work} />
                <RulesList rules={opinion.work.rules} />
              </Stack>
            </Grid.Col>
          </Grid>
        )}
      </Stack>
    </>
  );
}
