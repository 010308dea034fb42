import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoney } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { CallForm } from './call-form';
import { EventForm } from './event-form';
import { callsQuery, dayOf, eventsQuery, momentOf } from './use-grants';

function Line({
  title,
  state,
  text,
  to,
}: {
  title: string;
  state: string;
  text: string;
  to: { call: string } | { event: string };
}) {
  return (
    <Group justify="space-between">
      <Group gap="xs">
        {'call' in to ? (
          <Link to="/manage/calls/$callId" params={{ callId: to.call }}>
            {title}
          </Link>
        ) : (
          <Link to="/manage/events/$eventId" params={{ eventId: to.event }}>
            {title}
          </Link>
        )}
        <StateBadge state={state} />
      </Group>
      <Text size="sm" c="dimmed">
        {text}
      </Text>
    </Group>
  );
}

/** Calls and events of those who run the programme. */
export function ManageCallsPage() {
  const calls = useInfiniteQuery(callsQuery);
  const events = useInfiniteQuery(eventsQuery);
  const navigate = useNavigate();
  const [isMaking, setMaking] = useState<'call' | 'event' | null>(null);
  return (
    <>
      <PageHeader
        title="Grants and events"
        lead="The budget is held before anybody is asked to apply or to come."
        action={
          <Group>
            <Button onClick={() => setMaking('call')}>Prepare a call</Button>
            <Button variant="light" onClick={() => setMaking('event')}>
              Prepare an event
            </Button>
          </Group>
        }
      />
      <Stack gap="xl">
        <section aria-labelledby="calls">
          <Title order={2} size="h4" id="calls" mb="sm">
            Calls
          </Title>
          <PagedView
            query={calls}
            empty={
              <EmptyState title="No call yet">Prepare one: it stays a draft until you open it.</EmptyState>
            }
          >
            {(items) => (
              <Stack gap="xs">
                {items.map((call) => (
                  <Line
                    key={call.id}
                    title={call.title}
                    state={call.state}
                    text={`${formatMoney(call.budget)}, answer by ${dayOf(call.decidesAt)}`}
                    to={{ call: call.id }}
                  />
                ))}
              </Stack>
            )}
          </PagedView>
        </section>
        <section aria-labelledby="events">
          <Title order={2} size="h4" id="events" mb="sm">
            Events
          </Title>
          <PagedView
            query={events}
            empty={
              <EmptyState title="No event yet">Prepare one: it stays a draft until you open it.</EmptyState>
            }
          >
            {(items) => (
              <Stack gap="xs">
                {items.map((event) => (
                  <Line
                    key={event.id}
                    title={event.title}
                    state={event.state}
                    text={momentOf(event.startsAt, event.timeZone)}
                    to={{ event: event.id }}
                  />
                ))}
              </Stack>
            )}
          </PagedView>
        </section>
      </Stack>
      {isMaking === 'call' && (
        <CallForm
          onDone={({ id }) => void navigate({ to: '/manage/calls/$callId', params: { callId: id } })}
          onClose={() => setMaking(null)}
        />
      )}
      {isMaking === 'event' && (
        <EventForm
          onDone={({ id }) => void navigate({ to: '/manage/events/$eventId', params: { eventId: id } })}
          onClose={() => setMaking(null)}
        />
      )}
    </>
  );
}
