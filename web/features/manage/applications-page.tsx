import { Button, Group, Select, Stack, Switch } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { cohortsQuery, useProgramOptions } from '../../api/programs';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { ApplicationCard } from './application-card';
import { APPLICATION_SORTS, applicationsQuery } from './use-manage';

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

const SORTS: { value: (typeof APPLICATION_SORTS)[number]; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'due', label: 'Promised soonest' },
  { value: 'score', label: 'Best scored' },
  { value: 'waiting', label: 'Next on the waiting list' },
];

export function ApplicationsPage() {
  const [filters, change] = useFilters(['state', 'program', 'cohort', 'late', 'sort'] as const);
  const programs = useProgramOptions();
  const state = oneOf(STATES, filters.state);
  const programId = filters.program;
  const cohortId = filters.cohort;
  const sort = oneOf(APPLICATION_SORTS, filters.sort);
  const isLate = filters.late === 'yes';
  const cohorts =
    useQuery({ ...cohortsQuery(programId ?? ''), enabled: programId !== undefined }).data?.items ?? [];
  const applications = useInfiniteQuery(
    applicationsQuery({
      ...(state && { state }),
      ...(sort && { sort }),
      ...(isLate && { late: true }),
      ...(programId !== undefined && { programId }),
      ...(cohortId !== undefined && { cohortId }),
    }),
  );
  const isFiltered = [state, programId, cohortId].some((one) => one !== undefined) || isLate;
  return (
    <>
      <PageHeader title="Applications" lead="Everybody gets an answer, and who is declined reads why." />
      <Group mb="md" align="flex-end">
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
          onChange={(program) => change({ program, cohort: null })}
        />
        {cohorts.length > 0 && (
          <Select
            label="Cohort"
            placeholder="All"
            clearable
            data={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
            value={cohortId ?? null}
            onChange={(cohort) => change({ cohort })}
          />
        )}
        <Select
          label="Order"
          allowDeselect={false}
          data={SORTS}
          value={sort ?? 'newest'}
          onChange={(next) => change({ sort: next === 'newest' ? null : next })}
        />
        <Switch
          label="Past the promised day"
          checked={isLate}
          onChange={(event) => change({ late: event.currentTarget.checked ? 'yes' : null })}
        />
      </Group>
      <PagedView
        query={applications}
        empty={
          <EmptyState
            title={isFiltered ? 'No application fits these filters' : 'No applications yet'}
            action={
              isFiltered ? (
                <Button
                  variant="light"
                  onClick={() => change({ state: null, program: null, cohort: null, late: null })}
                >
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
