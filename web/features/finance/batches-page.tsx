import { Anchor, Button, Group, Select, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session';
import { Money, When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { StateBadge } from '../../ui/state-badge';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { DraftForm } from './draft-form';
import { BATCH_STATES, batchesQuery, usePrograms, type Batch } from './use-finance';

function approvals({ approvedBy, approvalsNeeded }: Batch): string {
  const names = approvedBy.map(({ name }) => name).join(', ');
  return names === '' ? `${approvalsNeeded} needed` : names;
}

function Batches({ items, nameOf }: { items: readonly Batch[]; nameOf: (id: string) => string }) {
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table verticalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Drafted</Table.Th>
            <Table.Th>Programme</Table.Th>
            <Table.Th ta="right">Total</Table.Th>
            <Table.Th ta="right">Payouts</Table.Th>
            <Table.Th ta="right">Left out</Table.Th>
            <Table.Th>By</Table.Th>
            <Table.Th>Approved by</Table.Th>
            <Table.Th>State</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((batch) => (
            <Table.Tr key={batch.id}>
              <Table.Td>
                <Anchor
                  inherit
                  renderRoot={(props) => (
                    <Link to="/finance/batches/$batchId" params={{ batchId: batch.id }} {...props} />
                  )}
                >
                  <When at={batch.createdAt} />
                </Anchor>
              </Table.Td>
              <Table.Td>{nameOf(batch.programId)}</Table.Td>
              <Table.Td ta="right">
                <Money value={batch.total} />
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {batch.count}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {batch.blockedCount}
              </Table.Td>
              <Table.Td>{batch.draftedBy.name}</Table.Td>
              <Table.Td>{approvals(batch)}</Table.Td>
              <Table.Td>
                <StateBadge state={batch.state} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function BatchesPage() {
  const [filters, change] = useFilters(['state', 'program'] as const);
  const { options, nameOf } = usePrograms();
  const [isDrafting, drafting] = useDisclosure();
  const mayDraft = useSession()?.permissions.includes('payout.draft') === true;
  const state = oneOf(BATCH_STATES, filters.state);
  const programId = filters.program;
  const batches = useInfiniteQuery(
    batchesQuery({ ...(state && { state }), ...(programId !== undefined && { programId }) }),
  );
  const isFiltered = state !== undefined || programId !== undefined;
  return (
    <>
      <PageHeader
        title="Payout batches"
        lead="One person drafts, another approves, and only then money leaves."
        action={mayDraft && !isDrafting && <Button onClick={drafting.open}>Draft a batch</Button>}
      />
      {isDrafting && <DraftForm onClose={drafting.close} />}
      <Group mb="md">
        <Select
          label="Programme"
          placeholder="All"
          clearable
          data={options}
          value={programId ?? null}
          onChange={(program) => change({ program })}
        />
        <Select
          label="State"
          placeholder="All"
          clearable
          data={asOptions(BATCH_STATES)}
          value={state ?? null}
          onChange={(next) => change({ state: next })}
        />
      </Group>
      <PagedView
        query={batches}
        empty={
          <EmptyState
            title={isFiltered ? 'No batch fits these filters' : 'No batch yet'}
            action={
              isFiltered ? (
                <Button variant="light" onClick={() => change({ state: null, program: null })}>
                  Show all
                </Button>
              ) : (
                mayDraft && (
                  <Button variant="light" onClick={drafting.open}>
                    Draft the first
                  </Button>
                )
              )
            }
          >
            <Text span>A batch collects everything that is due in one programme and currency.</Text>
          </EmptyState>
        }
      >
        {(items) => <Batches items={items} nameOf={nameOf} />}
      </PagedView>
    </>
  );
}
