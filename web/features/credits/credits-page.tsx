import { Button, Drawer, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { EtaTable } from './eta-table';
import { figure } from './figures';
import { LineTable } from './line-table';
import { PoolTable } from './pool-table';
import { ProgramCredits } from './program-credits';
import { TopUpForm } from './top-up-form';
import { artistsQuery, quotaOfQuery } from './use-credits';

type Artist = Schemas['EnrollmentView'];

/** What an artist has, and the form that gives them more. */
function ArtistCredits({ artist, onDone }: { artist: Artist; onDone: () => void }) {
  return (
    <QueryView query={useQuery(quotaOfQuery(artist.id))}>
      {(quota) => (
        <Stack>
          <SimpleGrid cols={3}>
            {[
              ['Free', quota.available],
              ['Held for clips', quota.held],
              ['In the pool', quota.pool],
            ].map(([name, value]) => (
              <Paper withBorder p="sm" key={name}>
                <Text size="xs" c="dimmed">
                  {name}
                </Text>
                <Text fw={600} className="figures">
                  {typeof value === 'number' ? figure(value) : 'none'}
                </Text>
              </Paper>
            ))}
          </SimpleGrid>
          <TopUpForm artist={artist} onDone={onDone} />
        </Stack>
      )}
    </QueryView>
  );
}

function Artists() {
  const [open, setOpen] = useState<Artist | null>(null);
  return (
    <>
      <PagedView
        query={useInfiniteQuery(artistsQuery)}
        empty={
          <EmptyState title="Nobody is in a programme yet">
            Artists appear here once they have accepted the terms.
          </EmptyState>
        }
      >
        {(items) => (
          <Table.ScrollContainer minWidth={520}>
            <Table aria-label="Artists">
              <Table.Tbody>
                {items.map((artist) => (
                  <Table.Tr key={artist.id}>
                    <Table.Td>{artist.personName}</Table.Td>
                    <Table.Td>{artist.programName}</Table.Td>
                    <Table.Td>
                      <StateBadge state={artist.state} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Button variant="light" size="xs" onClick={() => setOpen(artist)}>
                        Credits of {artist.personName}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </PagedView>
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        title={open === null ? '' : `Credits of ${open.personName}`}
      >
        {open !== null && <ArtistCredits artist={open} onDone={() => setOpen(null)} />}
      </Drawer>
    </>
  );
}

/** How full the pools are, who waits, whether told times hold, and the credits of programmes and artists. */
export function CreditsPage() {
  const parts = [
    ['Pools', <PoolTable key="pools" />],
    ['Who waits', <LineTable key="line" />],
    ['Expected times', <EtaTable key="eta" />],
    ['Credits of a programme', <ProgramCredits key="programme" />],
    ['Artists', <Artists key="artists" />],
  ] as const;
  return (
    <>
      <PageHeader
        title="Credits and queue"
        lead="How full the pools are, who waits, whether the times we tell hold, and where the credits went."
      />
      <Stack gap="xl">
        {parts.map(([title, part]) => (
          <Stack component="section" gap="xs" key={title}>
            <Title order={2} size="h4">
              {title}
            </Title>
            {part}
          </Stack>
        ))}
      </Stack>
    </>
  );
}
