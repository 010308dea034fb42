import { Accordion, Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';

const outboxQuery = pagesOf(['outbox'], (page) =>
  unwrap(api.GET('/api/v1/outbox', { params: { query: page } })),
);

function Mail({ mail }: { mail: Schemas['OutboxMailView'] }) {
  return (
    <Accordion.Item value={mail.id}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap" pr="sm">
          <div>
            <Text size="sm" fw={600}>
              {mail.subject}
            </Text>
            <Text size="xs" c="dimmed">
              to {mail.to}, <When at={mail.createdAt} />
            </Text>
          </div>
          <StateBadge state={mail.state} />
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Text size="sm" maw={680} style={{ whiteSpace: 'pre-wrap' }}>
          {mail.text}
        </Text>
        {mail.lastError !== null && (
          <Text size="sm" c="red" mt="sm">
            Tried {mail.attempts} times; last: {mail.lastError}
          </Text>
        )}
      </Accordion.Panel>
    </Accordion.Item>
  );
}

/** Where no mail server is set, mails are files in the outbox folder: here they can be read. */
export function OutboxPage() {
  const mails = useInfiniteQuery(outboxQuery);
  const refresh = (
    <Button variant="default" loading={mails.isRefetching} onClick={() => void mails.refetch()}>
      Look again
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Mail outbox"
        lead="No mail server is set: mails are written to the outbox folder instead of being sent."
        action={refresh}
      />
      <PagedView
        query={mails}
        empty={
          <EmptyState title="No mail was written yet" action={refresh}>
            Every notice that goes out by mail appears here, newest first.
          </EmptyState>
        }
      >
        {(items) => (
          <Accordion variant="separated" chevronPosition="left" order={2}>
            {items.map((mail) => (
              <Mail key={mail.id} mail={mail} />
            ))}
          </Accordion>
        )}
      </PagedView>
    </>
  );
}
