import { Progress, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { Schemas } from '../../api/client';
import { EmptyState } from '../../ui/empty-state';
import { QueryView } from '../../ui/query-view';
import { figure, minutes } from './figures';
import { accuracyQuery } from './use-credits';

/** Drawn with a library that nobody else needs. */
const EtaChart = lazy(() => import('./eta-chart').then((file) => ({ default: file.EtaChart })));

type Accuracy = Schemas['AccuracyDayView'];

/** Share of starts and finishes that the told p90 promises to hold, and how far below it is still well. */
const PROMISED = 0.9;
const SLACK = 0.1;

function Coverage({ share, what }: { share: number | null; what: string }) {
  if (share === null) return <Text size="sm">too few to say</Text>;
  const percent = Math.round(share * 100);
  return (
    <>
      <Progress
        value={percent}
        color={share >= PROMISED - SLACK ? 'teal' : 'red'}
        aria-label={`${what}: ${percent} %`}
      />
      <Text size="xs" className="figures">
        {percent} %
      </Text>
    </>
  );
}

function AccuracyRow({ day }: { day: Accuracy }) {
  const name = day.day ?? 'All days';
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td ta="right" className="figures">
        {figure(day.predictions)}
      </Table.Td>
      <Table.Td>
        <Coverage share={day.starts.withinP90} what={`Starts in time, ${name}`} />
      </Table.Td>
      <Table.Td>
        <Coverage share={day.finishes.withinP90} what={`Finishes in time, ${name}`} />
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {day.finishes.medianErrorSeconds === null ? '–' : minutes(day.finishes.medianErrorSeconds)}
      </Table.Td>
    </Table.Tr>
  );
}

/** Whether the times told at submit held: in all, and day by day. */
export function EtaTable() {
  return (
    <QueryView query={useQuery(accuracyQuery)} rows={2}>
      {({ total, byDay, smallestCount }) =>
        total === null ? (
          <EmptyState title="No clip has been told a time yet">
            From the first clips on, this shows how often the told time held. Fewer than {smallestCount} are
            not broken down.
          </EmptyState>
        ) : (
          <Stack>
            <Suspense fallback={<Skeleton height={220} />}>
              <EtaChart days={byDay} promised={PROMISED} />
            </Suspense>
            <Table.ScrollContainer minWidth={560}>
              <Table aria-label="How well expected times held">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Day</Table.Th>
                    <Table.Th ta="right">Clips told</Table.Th>
                    <Table.Th>Started within the told p90</Table.Th>
                    <Table.Th>Finished within the told p90</Table.Th>
                    <Table.Th ta="right">Typical error</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  <AccuracyRow day={total} />
                  {byDay.map((day) => (
                    <AccuracyRow key={day.day} day={day} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Stack>
        )
      }
    </QueryView>
  );
}
