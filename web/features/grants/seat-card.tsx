import { Anchor, Button, Group, List, Paper, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { FormDialog } from '../../ui/form-dialog';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { minorUnits } from '../../ui/typed-amount';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { ExpenseRules } from './decline-expense';
import { ExpenseLine } from './expense-line';
import { momentOf, useGrantAct, type Seat } from './use-grants';

const LOOKS: Record<string, VerbLook> = {
  attend: { label: 'Was there', variant: 'filled' },
  miss: { label: 'Was not there' },
  giveUp: { label: 'Give the seat up', color: 'red', variant: 'subtle' },
};

/** Claims what attending cost. */
function ClaimDialog({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const [what, setWhat] = useState('');
  const [typed, setTyped] = useState('');
  const [receipt, setReceipt] = useState('');
  const currency = seat.currency;
  const amount = minorUnits(typed, currency);
  const claim = useGrantAct(
    (body: { what: string; amount: number; receipt?: string }, headers) =>
      unwrap(api.POST('/api/v1/seats/{id}/expenses', { params: { path: { id: seat.id } }, headers, body })),
    onClose,
  );
  return (
    <FormDialog
      opened
      title="Claim expenses"
      confirm={amount === null ? 'Claim' : `Claim ${formatMoney({ amount, currency })}`}
      isBusy={claim.isPending}
      isReady={what.trim() !== '' && amount !== null && amount > 0}
      error={claim.error}
      onConfirm={() => {
        if (amount !== null) claim.mutate({ what, amount, ...(receipt !== '' && { receipt }) });
      }}
      onClose={onClose}
    >
      <Text size="sm">Somebody else answers it; what is approved goes into the next payout.</Text>
      <ExpenseRules />
      <TextInput
        label="What for"
        required
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <TextInput
        label={`Amount in ${currency}`}
        required
        inputMode="decimal"
        value={typed}
        error={typed !== '' && amount === null ? 'Not an amount of this currency.' : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <TextInput
        label="Link to the receipt"
        value={receipt}
        onChange={(event) => setReceipt(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** One seat: for its owner, and with names and needs for those who run the event. */
export function SeatCard({ seat, isManaged }: { seat: Seat; isManaged: boolean }) {
  const [isClaiming, setClaiming] = useState(false);
  const act = useGrantAct((verb: Seat['available'][number], headers) =>
    unwrap(api.POST('/api/v1/seats/{id}/{verb}', { params: { path: { id: seat.id, verb } }, headers })),
  );
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="xs">
            {isManaged ? (
              <Text fw={600}>{seat.name}</Text>
            ) : (
              <Anchor
                fw={600}
                renderRoot={(props) => (
                  <Link to="/events/$eventId" params={{ eventId: seat.eventId }} {...props} />
                )}
              >
                {seat.eventTitle}
              </Anchor>
            )}
            <StateBadge state={seat.state} />
            {seat.place !== null && <Text size="sm">place {seat.place} on the waiting list</Text>}
          </Group>
          <VerbButtons
            available={seat.available}
            looks={LOOKS}
            isBusy={act.isPending}
            onAct={(name) => {
              const verb = seat.available.find((known) => known === name);
              if (verb !== undefined) act.mutate(verb);
            }}
          />
        </Group>
        {!isManaged && (
          <Text size="sm" c="dimmed">
            {momentOf(seat.startsAt)}
          </Text>
        )}
        {seat.needs !== '' && <Text size="sm">Needs: {seat.needs}</Text>}
        {act.isError && <ProblemNote error={act.error} />}
        {seat.expenses.length > 0 && (
          <List size="sm" spacing="xs">
            {seat.expenses.map((expense) => (
              <ExpenseLine key={expense.id} expense={expense} isMine={!isManaged} />
            ))}
          </List>
        )}
        {!isManaged && seat.state === 'attended' && (
          <Group>
            <Button size="compact-md" variant="light" onClick={() => setClaiming(true)}>
              Claim expenses
            </Button>
          </Group>
        )}
      </Stack>
      {isClaiming && <ClaimDialog seat={seat} onClose={() => setClaiming(false)} />}
    </Paper>
  );
}
