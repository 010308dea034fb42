import { Button, Group, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { useFilters } from '../../ui/use-filters';
import { ExportMenu } from './export-menu';
import { ReadingChart } from './reading-chart';
import { ReadingFilters } from './reading-filters';
import { ReadingSums } from './reading-sums';
import { ReadingTable } from './reading-table';
import { SavedFilters } from './saved-filters';
import { readingsQuery, type Filters, type Reading } from './use-readings';

type Change = (next: Record<string, string | null>) => void;

function ReadingView({
  reading,
  values,
  by,
  change,
}: {
  reading: Reading;
  values: Readonly<Record<string, string | undefined>>;
  by: string | undefined;
  change: Change;
}) {
  const none = Object.fromEntries(reading.filters.map(({ key }) => [key, null]));
  const filters: Filters = Object.fromEntries(
    reading.filters.flatMap(({ key }) => (values[key] === undefined ? [] : [[key, values[key]]])),
  );
  const grouping = reading.groups.find(({ key }) => key === (by ?? reading.chart?.by)) ?? reading.groups[0];
  return (
    <Stack gap="md">
      <ReadingFilters filters={reading.filters} values={filters} onChange={change} />
      <Group justify="space-between">
        <SavedFilters
          key={reading.key}
          reading={reading.key}
          filters={filters}
          onOpen={(kept) => change({ ...none, ...kept })}
        />
        <ExportMenu reading={reading} filters={filters} />
      </Group>
      <ReadingSums reading={reading} filters={filters} />
      {grouping !== undefined && (
        <ReadingChart
          reading={reading}
          filters={filters}
          by={grouping.key}
          onBy={(next) => change({ by: next })}
          onFilter={change}
        />
      )}
      <ReadingTable reading={reading} filters={filters} onClear={() => change(none)} />
    </Stack>
  );
}

function Chosen({ readings }: { readings: readonly Reading[] }) {
  const names = [...new Set(readings.flatMap(({ filters }) => filters.map(({ key }) => key)))];
  const [values, change] = useFilters(['reading', 'by', ...names]);
  const reading = readings.find(({ key }) => key === values.reading) ?? readings[0];
  if (reading === undefined) return null;
  const none = Object.fromEntries(['by', ...names].map((key) => [key, null]));
  return (
    <>
      <PageHeader
        title={reading.title}
        lead={reading.question}
        action={
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/finance/exports" {...props}>
                Files
              </Link>
            )}
          />
        }
      />
      <Select
        label="Reading"
        mb="md"
        w={260}
        allowDeselect={false}
        data={readings.map(({ key, title }) => ({ value: key, label: title }))}
        value={reading.key}
        onChange={(next) => change({ ...none, reading: next })}
      />
      <ReadingView key={reading.key} reading={reading} values={values} by={values.by} change={change} />
    </>
  );
}

/** What finance asks of the books. Which reading and which filters is in the address: a link shows the same. */
export function ReadingsPage() {
  const readings = useQuery(readingsQuery);
  return <QueryView query={readings}>{(found) => <Chosen readings={found} />}</QueryView>;
}
