import { Alert, Badge, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { useFilters } from '../../ui/use-filters';
import { AccountDialog } from './account-dialog';
import { recipientsQuery, useOpenLink, useRecipientStep, type Recipient } from './use-payee';

const NAMES: Record<Recipient['rail'], string> = {
  sandbox: 'Sandbox',
  stripe: 'Stripe',
  bank_file: 'Bank transfer',
};

const LEADS: Record<Recipient['rail'], string> = {
  sandbox: 'A practice bank: no real money moves, and there is nothing to fill in.',
  stripe: 'Stripe asks for your details on its own page; Atelier never sees them.',
  bank_file: 'Straight to your bank account. The number is kept encrypted and only its end is shown.',
};

const MEANS: Record<NonNullable<Recipient['standing']>, { color: string; text: string }> = {
  ready: { color: 'green', text: 'Ready: you can be paid this way.' },
  pending: { color: 'yellow', text: 'You have begun; there are steps left before you can be paid.' },
  restricted: { color: 'yellow', text: 'More is wanted of you before you can be paid.' },
  disabled: { color: 'red', text: 'This service refuses to pay you. Choose another way or ask finance.' },
};

/** Stripe’s words, as people read them: `individual.verification.document` is `individual: verification document`. */
const read = (requirement: string): string => requirement.replace('.', ': ').replaceAll(/[._]/g, ' ');

function Standing({ recipient }: { recipient: Recipient }) {
  const { standing, requirements, last4, syncedAt, changedAt } = recipient;
  if (standing === null) return <Text size="sm">Not begun.</Text>;
  return (
    <>
      <Alert variant="light" color={MEANS[standing].color}>
        {MEANS[standing].text}
      </Alert>
      {requirements.length > 0 && (
        <>
          <Text size="sm">Still wanted:</Text>
          <List size="sm">
            {requirements.map((one) => (
              <List.Item key={one}>{read(one)}</List.Item>
            ))}
          </List>
        </>
      )}
      <Text size="xs" c="dimmed">
        {last4 !== null && `Account ending in ${last4}. `}
        {changedAt !== null && (
          <>
            Changed <When at={changedAt} />.{' '}
          </>
        )}
        {syncedAt !== null && (
          <>
            Looked at <When at={syncedAt} />.
          </>
        )}
      </Text>
    </>
  );
}

function Way({ recipient }: { recipient: Recipient }) {
  const [isEditing, setEditing] = useState(false);
  const step = useRecipientStep(recipient.rail);
  const link = useOpenLink(recipient.rail);
  const isBegun = recipient.standing !== null;
  const error = link.error ?? step.error;
  return (
    <Paper withBorder p="md" component="section" aria-label={NAMES[recipient.rail]}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {NAMES[recipient.rail]}
          </Title>
          {recipient.isChosen && <Badge variant="default">You are paid this way</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {LEADS[recipient.rail]}
        </Text>
        {recipient.asks !== 'nothing' && <Standing recipient={recipient} />}
        {error !== null && <ProblemNote error={error} />}
        <Group gap="xs">
          {recipient.asks === 'account' && (
            <Button variant={isBegun ? 'default' : 'light'} onClick={() => setEditing(true)}>
              {isBegun ? 'Another account' : 'Add your bank account'}
            </Button>
          )}
          {recipient.asks === 'hosted' && !isBegun && (
            <Button variant="light" onClick={() => setEditing(true)}>
              Begin
            </Button>
          )}
          {recipient.asks === 'hosted' && isBegun && (
            <>
              <Button variant="light" loading={link.isPending} onClick={() => link.mutate()}>
                Go on at {NAMES[recipient.rail]}
              </Button>
              <Button variant="subtle" loading={step.isPending} onClick={() => step.mutate('refresh')}>
                Look again
              </Button>
            </>
          )}
          {isBegun && !recipient.isChosen && (
            <Button variant="subtle" loading={step.isPending} onClick={() => step.mutate('choose')}>
              Be paid this way
            </Button>
          )}
        </Group>
      </Stack>
      {isEditing && <AccountDialog recipient={recipient} onClose={() => setEditing(false)} />}
    </Paper>
  );
}

/** Back from the rail's page: that one came back says nothing, so the rail is asked how far one is. */
function Return({ rail, back }: { rail: Recipient['rail']; back: string }) {
  const { mutate: look, error } = useRecipientStep(rail);
  useEffect(() => look('refresh'), [look]);
  if (error !== null) return <ProblemNote error={error} />;
  return (
    <Alert variant="light" title="Welcome back">
      {back === 'again'
        ? `That page of ${NAMES[rail]} had been used or was too old. Go on with a new one below.`
        : `What ${NAMES[rail]} still wants is below. If nothing is, you can be paid.`}
    </Alert>
  );
}

export function PayeePage() {
  const [{ rail, back }] = useFilters(['rail', 'back'] as const);
  const recipients = useQuery(recipientsQuery);
  const known = recipients.data?.items.find((one) => one.rail === rail && one.standing !== null);
  return (
    <>
      <PageHeader title="How you are paid" lead="Where your money goes, and what is still wanted of you." />
      <Stack gap="md" maw={720}>
        {back !== undefined && known !== undefined && <Return rail={known.rail} back={back} />}
        <QueryView query={recipients}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title="No way of paying is set up">Finance can set one up.</EmptyState>
            ) : (
              <>
                {items.map((recipient) => (
                  <Way key={recipient.rail} recipient={recipient} />
                ))}
              </>
            )
          }
        </QueryView>
      </Stack>
    </>
  );
}
