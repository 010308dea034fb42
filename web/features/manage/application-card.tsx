import { Alert, Anchor, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { When } from '../../ui/amounts';
import { DeclineReasons } from '../../ui/decline-reasons';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { Judged } from './application-judged';
import { DeclineDialog } from './decline-dialog';
import { useApplicationStep, type Application } from './use-manage';

const LOOKS: Record<string, VerbLook> = {
  startReview: { label: 'Start review', variant: 'filled' },
  invite: { label: 'Invite', variant: 'filled' },
  waitlist: { label: 'To the waitlist' },
  decline: { label: 'Decline', color: 'red' },
};

const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text);

function Portfolio({ addresses }: { addresses: readonly string[] }) {
  if (addresses.length === 0) return null;
  return (
    <List size="sm">
      {addresses.map((address) => (
        <List.Item key={address}>
          {isWebAddress(address) ? (
            <Anchor href={address} target="_blank" rel="noreferrer noopener">
              {address}
            </Anchor>
          ) : (
            address
          )}
        </List.Item>
      ))}
    </List>
  );
}

/** One application: who, what they would try, their works, and what may be done now. */
export function ApplicationCard({ application }: { application: Application }) {
  const [isDeclining, setDeclining] = useState(false);
  const { isHeld } = application;
  const step = useApplicationStep(application.id, ({ personName, state, isHeld }) => {
    const now = isHeld ? 'a second look comes first' : state.replaceAll('_', ' ');
    notifications.show({ message: `${personName}: ${now}.` });
    setDeclining(false);
  });
  const begin = (name: string) => {
    step.reset();
    const verb = application.available.find((known) => known === name);
    if (verb === 'decline') setDeclining(true);
    else if (verb !== undefined) step.mutate({ verb });
  };
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={2} size="h4">
              {application.personName}
            </Title>
            <StateBadge state={application.state} />
            <Text size="sm" c="dimmed">
              {application.programName},{' '}
              {application.submittedAt === null ? 'not handed in' : <When at={application.submittedAt} />}
            </Text>
          </Group>
          <VerbButtons
            available={application.available.filter((verb) => !isHeld || verb !== 'decline')}
            looks={LOOKS}
            isBusy={step.isPending}
            onAct={begin}
          />
        </Group>
        <Text maw={760} style={{ whiteSpace: 'pre-wrap' }}>
          {application.statement}
        </Text>
        <Portfolio addresses={application.portfolio} />
        <Judged application={application} />
        {isHeld && (
          <Alert color="blue" title="A decline waits for a second look">
            Somebody outside of the line looks at these reasons first. They take effect when that person
            confirms them; until then the application is open and the artist is told nothing. This happens by
            rule or by chance, and says nothing about the artist.
          </Alert>
        )}
        {application.reasons.length > 0 && <DeclineReasons reasons={application.reasons} />}
        {step.isError && !isDeclining && <ProblemNote error={step.error} />}
      </Stack>
      {isDeclining && (
        <DeclineDialog
          name={application.personName}
          isBusy={step.isPending}
          error={step.error}
          onDecline={(reasons, note) =>
            step.mutate({ verb: 'decline', reasons, ...(note !== '' && { note }) })
          }
          onClose={() => setDeclining(false)}
        />
      )}
    </Paper>
  );
}
