import { Anchor, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { useSession } from '../../api/session';
import { formatMoney } from '../../ui/amounts';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { ExpenseRules } from './decline-expense';
import { SeatCard } from './seat-card';
import { eventQuery, momentOf, seatsQuery, useGrantAct, type AtelierEvent } from './use-grants';

function AskForm({ event }: { event: AtelierEvent }) {
  const [needs, setNeeds] = useState('');
  const ask = useGrantAct((body: { needs: string }, headers) =>
    unwrap(api.POST('/api/v1/events/{id}/seats', { params: { path: { id: event.id } }, headers, body })),
  );
  return (
    <Stack gap="sm" maw={560}>
      {ask.isError && <ProblemNote error={ask.error} />}
      <Textarea
        label="What you need to take part"
        description="Seen by those who run the event and by nobody else"
        autosize
        minRows={2}
        value={needs}
        onChange={(change) => setNeeds(change.currentTarget.value)}
      />
      <Group>
        <Button loading={ask.isPending} onClick={() => ask.mutate({ needs })}>
          {event.admission === 'draw'
            ? 'Enter the draw'
            : event.taken < event.seats
              ? 'Take a seat'
              : 'Join the waiting list'}
        </Button>
      </Group>
    </Stack>
  );
}

function Mine({ event }: { event: AtelierEvent }) {
  const seats = useQuery(seatsQuery(event.id));
  return (
    <QueryView query={seats} rows={1}>
      {({ items }) => {
        const [mine] = items;
        if (mine !== undefined && mine.state !== 'given_up')
          return <SeatCard seat={mine} isManaged={false} />;
        if (event.state === 'open') return <AskForm event={event} />;
        return <Text c="dimmed">Registration is closed.</Text>;
      }}
    </QueryView>
  );
}

const rule = (event: AtelierEvent): string =>
  event.admission === 'draw'
    ? 'Seats are drawn after registration closes; the draw can be recomputed by anybody.'
    : 'Seats go to whoever asks first; then there is a waiting list.';

/** An event as everybody sees it; artists ask for a seat here. */
export function EventPage() {
  const { eventId } = useParams({ strict: false });
  const event = useQuery(eventQuery(eventId ?? ''));
  const session = useSession();
  const isArtist = session?.person.roles.includes('artist') ?? false;
  return (
    <QueryView query={event} rows={4}>
      {(data) => (
        <>
          <PageHeader
            title={data.title}
            lead={`${momentOf(data.startsAt, data.timeZone)} (${data.timeZone}), ${data.place}`}
            action={
              <Button component="a" variant="light" href={data.calendarUrl} download={`${data.id}.ics`}>
                Calendar file
              </Button>
            }
          />
          <Stack gap="lg">
            {data.state === 'cancelled' && <Text fw={600}>This event was cancelled.</Text>}
            <Text style={{ whiteSpace: 'pre-wrap' }} maw={760}>
              {data.description}
            </Text>
            <Stack gap={4}>
              <Text>
                {data.taken} of {data.seats} seats taken{data.waiting > 0 && `, ${data.waiting} waiting`}.{' '}
                {rule(data)}
                {data.drawId !== null && (
                  <>
                    {' '}
                    <Anchor
                      renderRoot={(props) => (
                        <Link to="/draws/$drawId" params={{ drawId: data.drawId ?? '' }} {...props} />
                      )}
                    >
                      The draw
                    </Anchor>
                  </>
                )}
              </Text>
              <Text>Register by {momentOf(data.closesAt, data.timeZone)}.</Text>
              <Text>
                {data.stipend.amount > 0
                  ? `Coming is paid ${formatMoney(data.stipend)}.`
                  : 'There is no stipend.'}{' '}
                {data.expenses.amount > 0 && `Expenses are paid up to ${formatMoney(data.expenses)}.`}
                {data.yearlyCap !== null && ` At most ${data.yearlyCap} events for one artist within a year.`}
              </Text>
              {data.expenses.amount > 0 && <ExpenseRules />}
            </Stack>
            {(
              [
                ['Accessibility', data.accessibility],
                ['Code of conduct', data.codeOfConduct],
              ] as const
            ).map(([title, text]) => (
              <section key={title} aria-label={title}>
                <Title order={2} size="h4">
                  {title}
                </Title>
                <Text style={{ whiteSpace: 'pre-wrap' }} maw={760}>
                  {text === '' ? 'Not written yet.' : text}
                </Text>
              </section>
            ))}
            <section aria-labelledby="seat">
              <Title order={2} size="h4" id="seat" mb="sm">
                Your seat
              </Title>
              {isArtist ? (
                <Mine event={data} />
              ) : (
                <Text c="dimmed">Artists of the programme ask for a seat here.</Text>
              )}
            </section>
          </Stack>
        </>
      )}
    </QueryView>
  );
}
