import { Button, Stack, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { ApplicationCard } from './application-card';
import { AwardCard } from './award-card';
import { SeatCard } from './seat-card';
import { awardsQuery, mySeatsQuery, myApplicationsQuery } from './use-grants';

function Nothing({ what, to, label }: { what: string; to: '/calls' | '/events'; label: string }) {
  return (
    <EmptyState
      title={what}
      action={
        <Button variant="light" renderRoot={(props) => <Link to={to} {...props} />}>
          {label}
        </Button>
      }
    >
      It stands here from then on, and stays readable whatever comes of it.
    </EmptyState>
  );
}

/** An artist's awards, applications and seats. */
export function MyGrantsPage() {
  const awards = useInfiniteQuery(awardsQuery());
  const applications = useInfiniteQuery(myApplicationsQuery);
  const seats = useInfiniteQuery(mySeatsQuery);
  return (
    <>
      <PageHeader
        title="Grants and events"
        lead="What you asked for, what came of it, and what is paid at which step."
      />
      <Stack gap="xl">
        <section aria-labelledby="awards">
          <Title order={2} size="h4" id="awards" mb="sm">
            Awards
          </Title>
          <PagedView
            query={awards}
            empty={<Nothing what="No award yet" to="/calls" label="Look at the calls" />}
          >
            {(items) => (
              <Stack>
                {items.map((award) => (
                  <AwardCard key={award.id} award={award} />
                ))}
              </Stack>
            )}
          </PagedView>
        </section>
        <section aria-labelledby="applications">
          <Title order={2} size="h4" id="applications" mb="sm">
            Applications
          </Title>
          <PagedView
            query={applications}
            empty={<Nothing what="You have not applied yet" to="/calls" label="Look at the calls" />}
          >
            {(items) => (
              <Stack>
                {items.map((application) => (
                  <ApplicationCard
                    key={application.id}
                    application={application}
                    currency={application.requested.currency}
                  />
                ))}
              </Stack>
            )}
          </PagedView>
        </section>
        <section aria-labelledby="seats">
          <Title order={2} size="h4" id="seats" mb="sm">
            Events
          </Title>
          <PagedView
            query={seats}
            empty={<Nothing what="No seat yet" to="/events" label="Look at the events" />}
          >
            {(items) => (
              <Stack>
                {items.map((seat) => (
                  <SeatCard key={seat.id} seat={seat} isManaged={false} />
                ))}
              </Stack>
            )}
          </PagedView>
        </section>
      </Stack>
    </>
  );
}
