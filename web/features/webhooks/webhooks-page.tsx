import { Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { useFilters } from '../../ui/use-filters';
import { DeliveryLog } from './delivery-log';
import { SecretNote } from './secret-note';
import { createWebhook, useWebhookAct, webhooksQuery, type NewWebhook } from './use-webhooks';
import { WebhookForm } from './webhook-form';
import { WebhookRow } from './webhook-row';

/** Where Atelier sends what happens: one's own addresses, their secrets and their log. */
export function WebhooksPage() {
  const webhooks = useQuery(webhooksQuery);
  const create = useWebhookAct(createWebhook);
  const [made, setMade] = useState<NewWebhook | null>(null);
  const [{ log }, change] = useFilters(['log'] as const);
  return (
    <>
      <PageHeader
        title="Webhooks"
        lead="Your own programs are told as things happen, by signed messages. They carry ids, states and amounts; nothing that anybody wrote."
      />
      <Stack maw={860} gap="xl">
        <Stack>
          <Title order={2} size="h4">
            Your webhooks
          </Title>
          <QueryView query={webhooks}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title="No webhooks yet">
                  Add an address below. A test message shows at once whether it is reached.
                </EmptyState>
              ) : (
                <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
                  {items.map((webhook) => (
                    <WebhookRow
                      key={webhook.id}
                      webhook={webhook}
                      onLog={() => change({ log: webhook.id })}
                      onMade={setMade}
                    />
                  ))}
                </Stack>
              )
            }
          </QueryView>
        </Stack>
        <Paper withBorder p="lg">
          <Stack>
            <Title order={2} size="h4">
              New webhook
            </Title>
            <WebhookForm
              key={made?.id ?? 'new'}
              initial={{ url: '', description: '', events: [] }}
              submit="Add webhook"
              isBusy={create.isPending}
              error={create.error}
              onSubmit={(draft) => create.mutate(draft, { onSuccess: setMade })}
            />
          </Stack>
        </Paper>
      </Stack>
      <DeliveryLog id={log ?? null} onClose={() => change({ log: null })} />
      <SecretNote made={made} onStored={() => setMade(null)} />
    </>
  );
}
