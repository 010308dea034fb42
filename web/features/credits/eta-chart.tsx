import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { Text } from '@mantine/core';
import type { Schemas } from '../../api/client';

const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 100));

/** The share of told times that held, day by day, beside what was promised. The table below says the same in numbers. */
export function EtaChart({
  days,
  promised,
}: {
  days: readonly Schemas['AccuracyDayView'][];
  promised: number;
}) {
  const points = days
    .map(({ day, starts, finishes }) => ({
      day: day ?? '',
      'Started in time': percent(starts.withinP90),
      'Finished in time': percent(finishes.withinP90),
    }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
  const isDrawn = points.some(
    (point) => point['Started in time'] !== null || point['Finished in time'] !== null,
  );
  if (!isDrawn) {
    return (
      <Text size="sm" c="dimmed">
        The chart begins with the first day that has enough clips.
      </Text>
    );
  }
  return (
    <LineChart
      h={220}
      data={points}
      dataKey="day"
      series={[
        { name: 'Started in time', color: 'teal.6' },
        { name: 'Finished in time', color: 'indigo.5' },
      ]}
      referenceLines={[{ y: promised * 100, label: `promised: ${promised * 100} %`, color: 'red.6' }]}
      yAxisProps={{ domain: [0, 100] }}
      unit=" %"
      withLegend
      connectNulls={false}
      role="img"
      aria-label="Share of told times that held, by day"
    />
  );
}
