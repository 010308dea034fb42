import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Anchor, Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Money, formatMoney } from '../../ui/amounts';
import { QueryView } from '../../ui/query-view';
import { asOptions } from '../../ui/use-filters';
import { groupsQuery, type Filters, type Group, type Reading } from './use-readings';

type Currency = Group['currency'];

/** One bar per group; the table below says the same in numbers and opens each group. */
function Bars({
  groups,
  of,
  title,
  currency,
}: {
  groups: readonly Group[];
  of: string;
  title: string;
  currency: Currency;
}) {
  return (
    <BarChart
      h={200}
      maxBarWidth={80}
      data={groups.map(({ value, sums }) => ({
        name: (value ?? 'none').replaceAll('_', ' '),
        [currency]: sums[of] ?? 0,
      }))}
      dataKey="name"
      series={[{ name: currency, color: 'indigo.5' }]}
      valueFormatter={(value) => formatMoney({ amount: value, currency })}
      yAxisProps={{ width: 90 }}
      role="img"
      aria-label={title}
    />
  );
}

/** Amounts of different currencies share no axis: each has a chart of its own. */
function Charts({ groups, of, title }: { groups: readonly Group[]; of: string; title: string }) {
  const currencies = [...new Set(groups.map(({ currency }) => currency))];
  return currencies.map((currency) => (
    <Bars
      key={currency}
      groups={groups.filter((group) => group.currency === currency)}
      of={of}
      title={currencies.length > 1 ? `${title}, ${currency}` : title}
      currency={currency}
    />
  ));
}

/** Sums of a reading by one of its groupings, as bars and as a table whose rows narrow the page to their group. */
export function ReadingChart({
  reading,
  filters,
  by,
  onBy,
  onFilter,
}: {
  reading: Reading;
  filters: Filters;
  by: string;
  onBy: (by: string | null) => void;
  onFilter: (next: Record<string, string>) => void;
}) {
  const groups = useQuery(groupsQuery(reading.key, filters, by));
  const grouping = reading.groups.find(({ key }) => key === by);
  const summed = reading.columns.filter(({ isSummed }) => isSummed);
  const of = reading.chart?.of ?? summed[0]?.key;
  const title = `${reading.title} by ${grouping?.title.toLowerCase() ?? by}`;
  const filter = grouping?.filter ?? null;
  return (
    <Stack gap="xs">
      <Select
        label="Summed by"
        w={200}
        allowDeselect={false}
        data={reading.groups.map(({ key, title: label }) => ({ value: key, label }))}
        value={by}
        onChange={onBy}
      />
      <QueryView query={groups} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              There is nothing to sum.
            </Text>
          ) : (
            <>
              {of !== undefined && <Charts groups={items} of={of} title={title} />}
              <Table.ScrollContainer minWidth={320}>
                <Table verticalSpacing={6} aria-label={title}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{grouping?.title ?? by}</Table.Th>
                      <Table.Th ta="right">Rows</Table.Th>
                      {summed.map(({ key, title: name }) => (
                        <Table.Th key={key} ta="right">
                          {name}
                        </Table.Th>
                      ))}
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((group) => (
                      <GroupRow
                        key={`${group.value} ${group.currency}`}
                        group={group}
                        columns={summed.map(({ key }) => key)}
                        onOpen={
                          filter === null || group.value === null
                            ? undefined
                            : () => onFilter({ [filter]: group.value ?? '' })
                        }
                      />
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </>
          )
        }
      </QueryView>
    </Stack>
  );
}

function GroupRow({
  group,
  columns,
  onOpen,
}: {
  group: Group;
  columns: readonly string[];
  onOpen: (() => void) | undefined;
}) {
  const name = asOptions([group.value ?? 'none'])[0]?.label;
  return (
    <Table.Tr>
      <Table.Td>
        {onOpen === undefined ? (
          name
        ) : (
          <Anchor inherit component="button" type="button" onClick={onOpen}>
            {name}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {group.rows}
      </Table.Td>
      {columns.map((key) => (
        <Table.Td key={key} ta="right">
          <Money value={{ amount: group.sums[key] ?? 0, currency: group.currency }} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
