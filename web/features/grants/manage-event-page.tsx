import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { ConfirmButton } from '../../ui/confirm-button';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { EventForm } from './event-form';
import { SeatCard } from './seat-card';
import { eventQuery, momentOf, seatsQuery, useGrantAct, type AtelierEvent } from './use-grants';

const LOOKS: Record<string, VerbLook> = {
  open: { label: 'Hold the money and open', variant: 'filled' },
  close: { label: 'Close registration', variant: 'filled' },
  settle: { label: 'Settle', variant: 'filled' },
};

function Managed({ event }: { event: AtelierEvent }) {
  const [isEditing, setEditing] = useState(false);
  const seats = useQuery(seatsQuery(event.id));
  const act = useGrantAct((verb: AtelierEvent['available'][number], headers) =>
    unwrap(api.POST('/api/v1/events/{id}/{verb}', { params: { path: { id: event.id, verb } }, headers })),
  );
  return (
    <>
      <PageHeader
        title={event.title}
        lead={`${momentOf(event.startsAt, event.timeZone)}, ${event.place}`}
        action={<StateBadge state={event.state} />}
      />
      <Stack>
        <Text>
          {event.taken} of {event.seats} seats taken, {event.waiting} waiting.
        </Text>
        {act.isError && <ProblemNote error={act.error} />}
        <Group>
          <VerbButtons
            available={event.available}
            looks={LOOKS}
            isBusy={act.isPending}
            onAct={(name) => {
              const verb = event.available.find((known) => known === name);
              if (verb !== undefined) act.mutate(verb);
            }}
          />
          {event.available.includes('cancel') && (
            <ConfirmButton
              label="Cancel the event"
              title="Cancel this event?"
              confirm="Cancel it"
              isBusy={act.isPending}
              error={act.error}
              onConfirm={() => act.mutateAsync('cancel')}
            >
              The money held for it goes back to the fund and everybody with a seat is told. A cancelled event
              cannot be opened again.
            </ConfirmButton>
          )}
          {event.state === 'draft' && (
            <Button variant="light" onClick={() => setEditing(true)}>
              Rewrite
            </Button>
          )}
        </Group>
        <Title order={2} size="h4">
          Who comes
        </Title>
        <QueryView query={seats}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">Nobody has asked for a seat yet.</Text>
            ) : (
              <Stack>
                {items.map((seat) => (
                  <SeatCard key={seat.id} seat={seat} isManaged />
                ))}
              </Stack>
            )
          }
        </QueryView>
      </Stack>
      {isEditing && (
        <EventForm event={event} onDone={() => setEditing(false)} onClose={() => setEditing(false)} />
      )}
    </>
  );
}

/** One event for those who run it: attendance and expenses. */
export function ManageEventPage() {
  const { eventId } = useParams({ strict: false });
  const event = useQuery(eventQuery(eventId ?? ''));
  return (
    <QueryView query={event} rows={4}>
      {(data) => <Managed event={data} />}
    </QueryView>
  );
}
