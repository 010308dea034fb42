import { Stack, Title } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { KeyRow } from './key-row';
import { NewKeyForm } from './new-key-form';
import { SecretModal } from './secret-modal';

const keysQuery = infiniteQueryOptions({
  queryKey: ['keys'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/v1/keys', { params: { query: { limit: 25, cursor: pageParam } } })),
  getNextPageParam: (page) => page.next,
});

export function KeysPage() {
  const queries = useQueryClient();
  const keys = useInfiniteQuery(keysQuery);
  const [made, setMade] = useState<Schemas['NewKeyView'] | null>(null);
  const show = (next: Schemas['NewKeyView']) => {
    setMade(next);
    void queries.invalidateQueries({ queryKey: keysQuery.queryKey });
  };
  return (
    <>
      <PageHeader
        title="Keys"
        lead="For your own programs. A key does only what you allow it, spends only its budget, and stopping one touches nothing else."
      />
      <Stack maw={860} gap="xl">
        <NewKeyForm onMade={show} />
        <Stack>
          <Title order={2} size="h4">
            Your keys
          </Title>
          <PagedView
            query={keys}
            empty={
              <EmptyState title="No keys yet">
                The Studio works without one. Create a key above to reach Atelier from your own programs.
              </EmptyState>
            }
          >
            {(items) => (
              <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
                {items.map((key) => (
                  <KeyRow key={key.id} record={key} onMade={show} />
                ))}
              </Stack>
            )}
          </PagedView>
        </Stack>
      </Stack>
      <SecretModal made={made} onStored={() => setMade(null)} />
    </>
  );
}
