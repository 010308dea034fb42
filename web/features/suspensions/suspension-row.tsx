import { Anchor, Blockquote, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { StateBadge } from '../../ui/state-badge';
import { SCOPES, STATES, useStep, type Suspension } from './use-suspensions';

type Verb = Suspension['available'][number];

const LOOKS: Record<Verb, { label: string; follows: string; done: string; color?: string }> = {
  confirm: {
    label: 'Confirm',
    color: 'red',
    follows:
      'The artist gets a statement of reasons with this clause, these facts and the end date, and can appeal for six months. What it names closes; everything else stays open.',
    done: 'Confirmed. The artist is told as soon as it is in force.',
  },
  refuse: { label: 'Refuse', follows: 'Nothing happens to the artist.', done: 'Refused.' },
  withdraw: { label: 'Withdraw', follows: 'Nothing happens to the artist.', done: 'Withdrawn.' },
  lift: {
    label: 'Lift it now',
    follows: 'Everything is open again at once, and the artist is told.',
    done: 'Lifted.',
  },
};

function Step({ suspension, verb }: { suspension: Suspension; verb: Verb }) {
  const step = useStep(suspension.id);
  const { label, follows, done, color } = LOOKS[verb];
  return (
    <ConfirmButton
      label={label}
      title={`${label}: ${suspension.artist}`}
      confirm={label}
      variant="light"
      {...(color !== undefined && { color })}
      isBusy={step.isPending}
      error={step.error}
      onConfirm={async () => {
        await step.mutateAsync({ verb });
        notifications.show({ message: done });
      }}
    >
      {follows}
    </ConfirmButton>
  );
}

/** One suspension with all that the artist is told, and what the reader can do about it. */
export function SuspensionRow({ suspension }: { suspension: Suspension }) {
  const { artist, programName, state, clauseId, clauseText, termsVersion, facts, remedy } = suspension;
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <Group gap="xs">
            <Title order={2} size="h5">
              {artist}
            </Title>
            <StateBadge state={state} />
            <Text size="sm" c="dimmed">
              {programName} · {STATES[state]}
            </Text>
          </Group>
          <Group gap="xs">
            {suspension.available.map((verb) => (
              <Step key={verb} suspension={suspension} verb={verb} />
            ))}
          </Group>
        </Group>
        <Text size="sm">
          <b>{clauseId}</b> of the terms, version {termsVersion}: {clauseText}
        </Text>
        <Blockquote p="xs" color="gray">
          {facts}
        </Blockquote>
        <Text size="sm">What would change it: {remedy}</Text>
        <Text size="sm" c="dimmed">
          Closes {suspension.scope.map((one) => SCOPES[one]).join(', ')} · ends{' '}
          <When at={suspension.endsAt} /> · proposed by {suspension.proposedBy}
          {suspension.confirmedBy !== null && `, confirmed by ${suspension.confirmedBy}`}
          {suspension.note !== null && ` · ${suspension.note}`}
        </Text>
        {suspension.statementId !== null && (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                to="/review/decisions/$statementId"
                params={{ statementId: suspension.statementId ?? '' }}
                {...props}
              />
            )}
          >
            The statement of reasons
          </Anchor>
        )}
      </Stack>
    </Paper>
  );
}
