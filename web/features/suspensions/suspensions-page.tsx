import { Button, Select, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { oneOf, useFilters } from '../../ui/use-filters';
import { ProposeDialog } from './propose-dialog';
import { SuspensionRow } from './suspension-row';
import { STATE_NAMES, suspensionsQuery } from './use-suspensions';

/** Suspensions of a managers' programmes: proposed by one, confirmed by another. */
export function SuspensionsPage() {
  const [filters, change] = useFilters(['state'] as const);
  const [isOpen, setOpen] = useState(false);
  const state = oneOf(STATE_NAMES, filters.state);
  const suspensions = useInfiniteQuery(suspensionsQuery(state));
  return (
    <>
      <PageHeader
        title="Suspensions"
        lead="One person proposes, another confirms. A suspension closes making clips, and what else it names, until its end date and lifts itself; portal, archive, feedback, appeal and pay stay open."
        action={<Button onClick={() => setOpen(true)}>Propose a suspension</Button>}
      />
      <Stack maw={960}>
        <Select
          label="State"
          clearable
          placeholder="All"
          maw={280}
          value={state ?? null}
          data={STATE_NAMES.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
          onChange={(value) => change({ state: value })}
        />
        <PagedView
          query={suspensions}
          empty={
            <EmptyState
              title="Nobody is suspended"
              action={
                <Button variant="light" onClick={() => change({ state: null })}>
                  Show all states
                </Button>
              }
            >
              A proposal appears here with its clause, its facts and its end.
            </EmptyState>
          }
        >
          {(items) => (
            <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((suspension) => (
                <SuspensionRow key={suspension.id} suspension={suspension} />
              ))}
            </Stack>
          )}
        </PagedView>
      </Stack>
      {isOpen && <ProposeDialog onClose={() => setOpen(false)} />}
    </>
  );
}
