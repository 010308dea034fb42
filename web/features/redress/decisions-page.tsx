import { Button, Select, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { oneOf, useFilters } from '../../ui/use-filters';
import { StatementRow } from './statement-row';
import { KIND_NAMES, KINDS, statementsQuery } from './use-redress';

/** What was decided against me, newest first. */
export function DecisionsPage() {
  const [filters, change] = useFilters(['kind'] as const);
  const kind = oneOf(KIND_NAMES, filters.kind);
  const statements = useInfiniteQuery(
    statementsQuery({ whose: 'mine', ...(kind !== undefined && { kind }) }),
  );
  return (
    <>
      <PageHeader
        title="Decisions"
        lead="Every decision against you stands here with its reasons: the rule as it read, what was found, what would change it. You can appeal for six months; somebody who took no part hears it."
        action={
          <Button variant="default" renderRoot={(props) => <Link to="/studio/appeals" {...props} />}>
            My appeals
          </Button>
        }
      />
      <Stack maw={860}>
        <Select
          label="Kind"
          clearable
          placeholder="All"
          value={kind ?? null}
          data={KIND_NAMES.map((value) => ({ value, label: KINDS[value] }))}
          onChange={(value) => change({ kind: value })}
          maw={320}
        />
        <PagedView
          query={statements}
          empty={
            <EmptyState
              title="No decision against you"
              action={
                <Button variant="light" renderRoot={(props) => <Link to="/studio/enrollment" {...props} />}>
                  What I may do, and what not
                </Button>
              }
            >
              If something of yours is ever refused, stopped or left unpaid, you read here why.
            </EmptyState>
          }
        >
          {(items) => (
            <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((statement) => (
                <StatementRow
                  key={statement.id}
                  statement={statement}
                  to={`/studio/decisions/${statement.id}`}
                />
              ))}
            </Stack>
          )}
        </PagedView>
      </Stack>
    </>
  );
}
