import { Button, Group, Select, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { ApplicationCard } from './application-card';
import { applicationsQuery, useProgramOptions } from './use-manage';

const STATES = [
  'submitted',
  'in_review',
  'waitlisted',
  'invited',
  'declined',
  'withdrawn',
  'draft',
  'expired',
] as const;

export function ApplicationsPage() {
  const [filters, change] = useFilters(['state', 'program'] as const);
  const programs = useProgramOptions();
  const state = oneOf(STATES, filters.state);
  const programId = filters.program;
  const applications = useInfiniteQuery(
    applicationsQuery({ ...(state && { state }), ...(programId !== undefined && { programId }) }),
  );
  const isFiltered = state !== undefined || programId !== undefined;
  return (
    <>
      <PageHeader title="Applications" lead="Everybody gets an answer, and who is declined reads why." />
      <Group mb="md">
        <Select
          label="State"
          placeholder="All"
          clearable
          data={asOptions(STATES)}
          value={state ?? null}
          onChange={(next) => change({ state: next })}
        />
        <Select
          label="Programme"
          placeholder="All"
          clearable
          data={programs}
          value={programId ?? null}
          onChange={(program) => change({ program })}
        />
      </Group>
      <PagedView
        query={applications}
        empty={
          <EmptyState
            title={isFiltered ? 'No application fits these filters' : 'No applications yet'}
            action={
              isFiltered ? (
                <Button variant="light" onClick={() => change({ state: null, program: null })}>
                  Show all
                </Button>
              ) : (
                <Button variant="light" onClick={() => void applications.refetch()}>
                  Look again
                </Button>
              )
            }
          >
            Artists apply while a programme is open or running.
          </EmptyState>
        }
      >
        {(items) => (
          <Stack>
            {items.map((application) => (
              <ApplicationCard key={application.id} application={application} />
            ))}
          </Stack>
        )}
      </PagedView>
    </>
  );
}
