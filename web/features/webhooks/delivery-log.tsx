import { Accordion, Button, Code, Drawer, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PagedView } from '../../ui/paged-view';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { deliveriesQuery, resendDelivery, saysOf, useWebhookAct, type Delivery } from './use-webhooks';

function Tries({ delivery }: { delivery: Delivery }) {
  return (
    <Stack gap={2}>
      {delivery.tries.map((one) => (
        <Text key={one.at} size="sm" component="div">
          <When at={one.at} />: {saysOf(one)}, {one.milliseconds} ms
        </Text>
      ))}
      {delivery.tries.length === 0 && (
        <Text size="sm">
          {delivery.state === 'skipped'
            ? 'It was not sent: the webhook was paused or disabled when it happened.'
            : 'It was not sent yet.'}
        </Text>
      )}
      {delivery.nextTryAt !== null && (
        <Text size="sm" c="dimmed" component="div">
          Next try <When at={delivery.nextTryAt} />
        </Text>
      )}
    </Stack>
  );
}

function Message({ webhookId, delivery }: { webhookId: string; delivery: Delivery }) {
  const resend = useWebhookAct(() => resendDelivery(webhookId, delivery.id));
  return (
    <Accordion.Item value={delivery.id}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap" pr="sm">
          <Text size="sm" component="div">
            <Code>{delivery.event}</Code> <When at={delivery.createdAt} />
          </Text>
          <StateBadge state={delivery.state} />
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack>
          <Tries delivery={delivery} />
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {JSON.stringify(delivery.data, null, 2)}
          </Code>
          {resend.isError && <ProblemNote error={resend.error} />}
          {delivery.state !== 'queued' && (
            <Group>
              <Button
                variant="default"
                size="xs"
                loading={resend.isPending}
                onClick={() => resend.mutate(undefined)}
              >
                {delivery.state === 'skipped' ? 'Send it' : 'Send it again'}
              </Button>
            </Group>
          )}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

/** Every message to one address, with every try. */
export function DeliveryLog({ id, onClose }: { id: string | null; onClose: () => void }) {
  const log = useInfiniteQuery({
    ...deliveriesQuery(id ?? ''),
    enabled: id !== null,
    refetchInterval: 5_000,
  });
  return (
    <Drawer opened={id !== null} onClose={onClose} position="right" size="lg" title="Messages">
      {id !== null && (
        <PagedView
          query={log}
          empty={
            <EmptyState title="No message yet">Send a test, or wait until something happens.</EmptyState>
          }
        >
          {(items) => (
            <Accordion variant="separated" chevronPosition="left">
              {items.map((delivery) => (
                <Message key={delivery.id} webhookId={id} delivery={delivery} />
              ))}
            </Accordion>
          )}
        </PagedView>
      )}
    </Drawer>
  );
}
