import { Button, Group, Select, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { asOptions, oneOf, useFilters } from '../../ui/use-filters';
import { StatementRow } from './statement-row';
import { KIND_NAMES, KINDS, STATE_NAMES, statementsQuery } from './use-redress';

const exportAddress = (format: string, filter: Record<string, string>) =>
  `/api/v1/reasons-export?${new URLSearchParams({ format, ...filter }).toString()}`;

/** Every decision against an artist, with the export in the schema of the EC transparency database. */
export function AllDecisionsPage() {
  const [filters, change] = useFilters(['kind', 'state'] as const);
  const kind = oneOf(KIND_NAMES, filters.kind);
  const state = oneOf(STATE_NAMES, filters.state);
  const filter = { ...(kind !== undefined && { kind }), ...(state !== undefined && { state }) };
  const statements = useInfiniteQuery(statementsQuery(filter));
  return (
    <>
      <PageHeader
        title="Decisions"
        lead="Every statement of reasons, newest first. The export has the fields of the EC transparency database; what it has no word for is in this list only."
        action={
          <Group gap="xs">
            {['json', 'csv'].map((format) => (
              <Button
                key={format}
                component="a"
                variant="default"
                href={exportAddress(format, filter)}
                download={`statements-of-reasons.${format}`}
              >
                Export {format.toUpperCase()}
              </Button>
            ))}
          </Group>
        }
      />
      <Stack maw={860}>
        <Group>
          <Select
            label="Kind"
            clearable
            placeholder="All"
            value={kind ?? null}
            data={KIND_NAMES.map((value) => ({ value, label: KINDS[value] }))}
            onChange={(value) => change({ kind: value })}
          />
          <Select
            label="State"
            clearable
            placeholder="All"
            value={state ?? null}
            data={asOptions(STATE_NAMES)}
            onChange={(value) => change({ state: value })}
          />
        </Group>
        <PagedView
          query={statements}
          empty={
            <EmptyState
              title="No decision with these filters"
              action={
                <Button variant="light" onClick={() => change({ kind: null, state: null })}>
                  Show all
                </Button>
              }
            >
              Whatever is refused, stopped or left unpaid appears here with its reasons.
            </EmptyState>
          }
        >
          {(items) => (
            <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((statement) => (
                <StatementRow
                  key={statement.id}
                  statement={statement}
                  to={`/review/decisions/${statement.id}`}
                />
              ))}
            </Stack>
          )}
        </PagedView>
      </Stack>
    </>
  );
}
