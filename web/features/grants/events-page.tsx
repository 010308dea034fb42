import { Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { eventsQuery, momentOf } from './use-grants';

/** Events, public. */
export function EventsPage() {
  const events = useInfiniteQuery(eventsQuery);
  return (
    <>
      <PageHeader
        title="Events"
        lead="How seats are given, what coming is paid, and what you need to know to take part, before you ask for a seat."
      />
      <PagedView
        query={events}
        empty={
          <EmptyState title="No event yet">
            When one is announced, its date, seats and stipend stand here.
          </EmptyState>
        }
      >
        {(items) => (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            {items.map((event) => (
              <Card
                key={event.id}
                withBorder
                padding="lg"
                renderRoot={(props) => (
                  <Link to="/events/$eventId" params={{ eventId: event.id }} {...props} />
                )}
              >
                <Stack gap="xs">
                  <Group justify="space-between">
                    <Title order={2} size="h4">
                      {event.title}
                    </Title>
                    <StateBadge state={event.state} />
                  </Group>
                  <Text size="sm">{momentOf(event.startsAt, event.timeZone)}</Text>
                  <Text size="sm" c="dimmed" className="figures">
                    {event.taken} of {event.seats} seats taken
                    {event.waiting > 0 && `, ${event.waiting} waiting`}
                  </Text>
                </Stack>
              </Card>
            ))}
          </SimpleGrid>
        )}
      </PagedView>
    </>
  );
}
