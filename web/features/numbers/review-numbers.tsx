import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { QueryView } from '../../ui/query-view';
import { ReportSection, ReportTable, type Row } from './report-table';

type Share = Schemas['ShareView'] | null;

const percent = (value: number): string => `${Math.round(value * 1000) / 10} %`;
const shareOf = (share: Share): string =>
  share === null
    ? 'hidden or none'
    : `${percent(share.value)} (${percent(share.low)} to ${percent(share.high)})`;
const hours = (value: number | null): string => (value === null ? 'not yet' : `${value} h`);
const count = (value: number | null): string => (value === null ? 'hidden' : String(value));

const VERDICTS = {
  unknown: 'too few to tell',
  even: 'no difference beyond chance',
  critical_fares_worse: 'critical works fare worse',
  favourable_fares_worse: 'favourable works fare worse',
} as const;

function clockRows(clock: Schemas['ClockView']): Row[] {
  const { firstLook, decision } = clock;
  return [
    { name: 'first decisions', value: count(clock.decided) },
    {
      name: 'within the clock of their class',
      value: clock.inTarget === null ? 'none yet' : `${percent(clock.inTarget)}, ${clock.grade ?? ''}`,
    },
    {
      name: 'to the first look, median',
      value: `${hours(firstLook.median)}, in office time ${hours(firstLook.officeMedian)}`,
    },
    { name: 'to the first look, nine of ten', value: hours(firstLook.p90) },
    {
      name: 'to the decision, median',
      value: `${hours(decision.median)}, in office time ${hours(decision.officeMedian)}`,
    },
    { name: 'to the decision, nine of ten', value: hours(decision.p90) },
    { name: 'of the appeals answered, overturned', value: shareOf(clock.overturned) },
  ];
}

function useNumbers(program: string | undefined) {
  return useQuery({
    queryKey: ['review-numbers', program],
    queryFn: async () => {
      const params = { params: { query: program === undefined ? {} : { programId: program } } };
      const [clocks, parity, agreement, looks] = await Promise.all([
        unwrap(api.GET('/api/v1/approval-numbers/clocks', params)),
        unwrap(api.GET('/api/v1/approval-numbers/parity', params)),
        unwrap(api.GET('/api/v1/second-opinions/agreement')),
        unwrap(api.GET('/api/v1/second-looks/numbers', params)),
      ]);
      return { clocks, parity, agreement, looks };
    },
  });
}

/** How fast, how even and how sure review is. */
export function ReviewNumbers({ program }: { program: string | undefined }) {
  return (
    <QueryView query={useNumbers(program)} rows={3}>
      {({ clocks, parity, agreement, looks }) => (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <ReportSection
            title="How fast sharing is decided"
            lead={`Over ${clocks.days} days. A late decision stays late for ever; the time that waited for an artist is not counted.`}
          >
            <ReportTable
              rows={[
                ...(clocks.all === null ? [] : clockRows(clocks.all)),
                { name: 'the oldest open one has waited', value: hours(clocks.oldestOpenHours) },
              ]}
              caption="Clocks of review"
            />
          </ReportSection>
          <ReportSection
            title="Opinion plays no part?"
            lead="Works by their artists’ own word on them, which nobody who decides can see. Share approved, with its 95 % interval."
          >
            <ReportTable
              rows={[
                ...parity.cells.map(({ stance, decided, approved }) => ({
                  name: `${stance} (${count(decided)})`,
                  value: shareOf(approved),
                })),
                { name: 'critical minus favourable', value: shareOf(parity.difference) },
                { name: 'which means', value: VERDICTS[parity.verdict] },
              ]}
              caption="Opinion parity"
            />
          </ReportSection>
          <ReportSection
            title="Two people, one verdict"
            lead="One decision in ten, drawn by chance, is looked at by a second person who does not know the first verdict."
          >
            <ReportTable
              rows={[
                { name: 'looked at by two', value: count(agreement.pairs) },
                { name: 'the same verdict', value: shareOf(agreement.equal) },
                {
                  name: 'kappa (0 is chance, 1 is always)',
                  value: agreement.kappa?.toFixed(2) ?? 'hidden or none',
                },
              ]}
              caption="Agreement of second opinions"
            />
          </ReportSection>
          <ReportSection
            title="Second looks"
            lead="Adverse decisions soon after criticism, an appeal or a question about the press, and some by chance, go through other hands."
          >
            <ReportTable
              rows={[
                { name: 'second looks', value: count(looks.looks) },
                { name: 'confirmed', value: count(looks.confirmed) },
                { name: 'rejected: the decision fell', value: count(looks.rejected) },
                { name: 'not in time: the decision fell', value: count(looks.lapsed) },
                { name: 'waiting', value: count(looks.open) },
              ]}
              caption="Second looks"
            />
          </ReportSection>
        </SimpleGrid>
      )}
    </QueryView>
  );
}
