import { Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { EmptyState } from '../../ui/empty-state';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { InvitationForm } from './invitation-form';
import { invitationsQuery, useSelectionAct, type Invitation } from './use-selection';

const STATES = ['open', 'used', 'withdrawn', 'expired'] as const;

function Row({ invitation }: { invitation: Invitation }) {
  const withdraw = useSelectionAct((_: null, headers) =>
    unwrap(
      api.POST('/api/v1/program-invitations/{id}/withdraw', {
        params: { path: { id: invitation.id } },
        headers,
      }),
    ),
  );
  return (
    <Table.Tr>
      <Table.Td>{invitation.email}</Table.Td>
      <Table.Td>
        <StateBadge state={invitation.state} />
      </Table.Td>
      <Table.Td>
        <When at={invitation.expiresAt} />
      </Table.Td>
      <Table.Td>{invitation.cohortName ?? '–'}</Table.Td>
      <Table.Td>{invitation.invitedBy}</Table.Td>
      <Table.Td>
        {invitation.available.includes('withdraw') && (
          <ConfirmButton
            size="compact-sm"
            label="Take back"
            title={`Take back the invitation of ${invitation.email}?`}
            confirm="Take it back"
            isBusy={withdraw.isPending}
            error={withdraw.error}
            onConfirm={() => withdraw.mutateAsync(null)}
          >
            The link stops working at once and the seat is free again.
          </ConfirmButton>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Seats held out to addresses: each for one person, once, until its date; open ones count as taken. */
export function Invitations({ programId, slug }: { programId: string; slug: string }) {
  const [filters, change] = useFilters(['invitations'] as const);
  const state = oneOf(STATES, filters.invitations);
  const [isOpen, form] = useDisclosure();
  const invitations = useInfiniteQuery(invitationsQuery(programId, state));
  const invite = <Button onClick={form.open}>Invite somebody</Button>;
  return (
    <Stack>
      <Group align="flex-end" justify="space-between">
        <Select
          label="State"
          placeholder="All"
          clearable
          data={asOptions(STATES)}
          value={state ?? null}
          onChange={(next) => change({ invitations: next })}
        />
        {invite}
      </Group>
      <Text size="sm" c="dimmed">
        An open invitation holds a seat until it is used, taken back or over. Nobody has more than 25 open at
        once.
      </Text>
      <PagedView
        query={invitations}
        empty={
          <EmptyState title={state === undefined ? 'Nobody is invited' : 'None in this state'}>
            Whoever is invited passes the selection: use it for who was promised a seat.
          </EmptyState>
        }
      >
        {(items) => (
          <Table.ScrollContainer minWidth={640}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  {['Address', 'State', 'Until', 'Cohort', 'By', 'Step'].map((title) => (
                    <Table.Th key={title}>{title}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((one) => (
                  <Row key={one.id} invitation={one} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </PagedView>
      {isOpen && <InvitationForm programId={programId} slug={slug} onClose={form.close} />}
    </Stack>
  );
}
