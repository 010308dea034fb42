import { Group, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Money } from '../../ui/amounts';
import { QueryView } from '../../ui/query-view';
import { sumsQuery, type Filters, type Reading } from './use-readings';

const number = new Intl.NumberFormat('en');

/** Count and sums of everything that fits, not of the rows on the screen; one box per currency. */
export function ReadingSums({ reading, filters }: { reading: Reading; filters: Filters }) {
  const sums = useQuery(sumsQuery(reading.key, filters));
  const summed = reading.columns.filter(({ isSummed }) => isSummed);
  return (
    <QueryView query={sums} rows={1}>
      {({ rows, items }) => (
        <Group aria-live="polite" align="stretch">
          <Paper withBorder p="sm">
            <Text size="xs" c="dimmed">
              In all
            </Text>
            <Text className="figures" fw={600}>
              {number.format(rows)} {rows === 1 ? reading.rows.replace(/s$/, '') : reading.rows}
            </Text>
          </Paper>
          {items.flatMap((item) =>
            summed.map(({ key, title }) => (
              <Paper key={`${item.currency} ${key}`} withBorder p="sm">
                <Text size="xs" c="dimmed">
                  {title}, {item.currency} ({number.format(item.rows)})
                </Text>
                <Money value={{ amount: item.sums[key] ?? 0, currency: item.currency }} />
              </Paper>
            )),
          )}
        </Group>
      )}
    </QueryView>
  );
}
