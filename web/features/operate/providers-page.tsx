import { Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { poolsQuery, providersQuery } from '../../api/pools';
import { When } from '../../ui/amounts';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { ProviderCard } from './provider-card';
import { leasesQuery } from './use-operate';

function Rows({ label, head, children }: { label: string; head: readonly string[]; children: ReactNode }) {
  return (
    <Table.ScrollContainer
      minWidth={600}
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: 'group', 'aria-label': `${label}, scrolls sideways` },
      }}
    >
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {head.map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Pools() {
  return (
    <QueryView query={useQuery(poolsQuery)} rows={2}>
      {(pools) => (
        <Rows
          label="Pools"
          head={[
            'Pool',
            'Places',
            'Under way',
            'Queued',
            'Over their own cap',
            'Artists waiting',
            'Work waiting',
          ]}
        >
          {pools.map((pool) => (
            <Table.Tr key={pool.id}>
              <Table.Th scope="row">{pool.id}</Table.Th>
              <Table.Td>{pool.places}</Table.Td>
              <Table.Td>{pool.underWay}</Table.Td>
              <Table.Td>{pool.queued}</Table.Td>
              <Table.Td>{pool.throttled}</Table.Td>
              <Table.Td>{pool.artistsWaiting}</Table.Td>
              <Table.Td>{Math.ceil(pool.waitingSeconds / 60)} min</Table.Td>
            </Table.Tr>
          ))}
        </Rows>
      )}
    </QueryView>
  );
}

function Leases() {
  return (
    <QueryView query={useQuery(leasesQuery)} rows={2}>
      {(leases) =>
        leases.length === 0 ? (
          <Text c="dimmed">Nothing is being rendered.</Text>
        ) : (
          <Rows
            label="Leases"
            head={['Clip', 'Renderer', 'Worker', 'State', 'Progress', 'Taken', 'Lasts until', 'Deadline']}
          >
            {leases.map((lease) => (
              <Table.Tr key={lease.generationId}>
                <Table.Th scope="row" fw={400}>
                  {lease.generationId}
                </Table.Th>
                <Table.Td>{lease.provider}</Table.Td>
                <Table.Td>{lease.worker}</Table.Td>
                <Table.Td>
                  <StateBadge state={lease.state} />
                </Table.Td>
                <Table.Td>{Math.round(lease.progress / 10)} %</Table.Td>
                <Table.Td>
                  <When at={lease.takenAt} />
                </Table.Td>
                <Table.Td>
                  <When at={lease.expiresAt} />
                </Table.Td>
                <Table.Td>
                  <When at={lease.deadlineAt} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Rows>
        )
      }
    </QueryView>
  );
}

/** For the operator: who renders, how full it is, what is stuck and what to do about it. */
export function ProvidersPage() {
  const providers = useQuery(providersQuery);
  return (
    <>
      <PageHeader
        title="Renderers"
        lead="Who makes clips, whether they are well, how full they are. Renewed every five seconds."
      />
      <Stack gap="xl">
        <QueryView query={providers}>
          {(items) => (
            <Stack>
              {items.map((provider) => (
                <ProviderCard key={provider.key} provider={provider} />
              ))}
            </Stack>
          )}
        </QueryView>
        <section aria-label="Pools">
          <Title order={2} size="h4" mb="xs">
            Pools
          </Title>
          <Pools />
        </section>
        <section aria-label="Leases">
          <Title order={2} size="h4" mb="xs">
            Being rendered now
          </Title>
          <Leases />
        </section>
      </Stack>
    </>
  );
}
