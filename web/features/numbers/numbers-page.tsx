import { Button, Paper, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { programChoicesQuery } from '../../api/programs';
import { formatMoney, When } from '../../ui/amounts';
import { PageHeader } from '../../ui/page-header';
import { PayNumbers } from '../../ui/pay-numbers';
import { QueryView } from '../../ui/query-view';
import { ReviewNumbers } from './review-numbers';
import { CellCount, ReportSection, ReportTable, type Row } from './report-table';

type Report = Schemas['PublicReportView'];

const number = (value: number, digits = 0): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: digits }).format(value);
const orNone = (value: number | null, unit: string, digits = 1): string =>
  value === null ? 'not yet' : `${number(value, digits)}${unit}`;
const words = (name: string): string => name.replaceAll('_', ' ');

function Tiles({ report }: { report: Report }) {
  const paid = report.paid.map(({ amount }) => formatMoney(amount)).join(', ');
  const tiles = [
    [
      'Artists in the programme',
      number(report.artistsActive),
      `${number(report.artistsEnrolled)} ever enrolled`,
    ],
    ['Paid to artists', paid === '' ? 'nothing yet' : paid, 'money that arrived and stayed'],
    ['Hours to a decision', orNone(report.medianHoursToDecision, ' h'), 'median, from offer to answer'],
    [
      'Attempts for one keeper',
      orNone(report.attemptsPerKeeper, ''),
      `${number(report.keepers)} of ${number(report.attempts)} clips were usable`,
    ],
    [
      'Unpaid requested minutes',
      number(report.unpaidRequestedMinutes),
      'a request without a price is refused',
    ],
    ['Works in the gallery', number(report.works), 'shown by their artists now'],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }}>
      {tiles.map(([name, value, meaning]) => (
        <Paper withBorder p="lg" key={name}>
          <Text size="sm" c="dimmed">
            {name}
          </Text>
          <Text size="xl" fw={600} className="figures">
            {value}
          </Text>
          <Text size="sm">{meaning}</Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

function Tables({ report }: { report: Report }) {
  const cells = (list: readonly Schemas['ReportCellView'][]): Row[] =>
    list.map((cell) => ({
      name: words(cell.key),
      value: <CellCount cell={cell} smallest={report.smallestCell} />,
    }));
  const clips = report.generations.map((cell) => ({
    name: words(cell.outcome),
    value: `${number(cell.count)} · waited ${orNone(cell.medianWaitSeconds, ' s')} · rendered ${orNone(cell.medianRenderSeconds, ' s')}`,
  }));
  const appeals: Row[] = [
    ...cells([{ ...report.appealsDecided, key: 'appeals decided' }]),
    {
      name: 'overturned, wholly or in part',
      value: report.overturnRate === null ? 'hidden or none' : `${number(report.overturnRate * 100, 1)} %`,
    },
  ];
  return (
    <div className="columns">
      <ReportSection
        title="Clips"
        lead="What became of each request, with median seconds of waiting and rendering."
      >
        <ReportTable rows={clips} caption="Clips by outcome" />
      </ReportSection>
      <ReportSection title="Sharing" lead="What was decided about clips that were offered for sharing.">
        <ReportTable rows={cells(report.decisions)} caption="Decisions by outcome" />
      </ReportSection>
      <ReportSection
        title="Refusals"
        lead="Safety is counted apart from every other ground. Taste and opinion are no grounds."
      >
        <ReportTable
          rows={cells([{ ...report.refusalsForSafety, key: 'safety' }, ...report.refusalsForOtherGrounds])}
          caption="Refusals by ground"
        />
      </ReportSection>
      <ReportSection title="Appeals" lead="A second look by another person than the one who decided.">
        <ReportTable rows={appeals} caption="Appeals" />
      </ReportSection>
      <ReportSection
        title="Feedback"
        lead="What artists reported, by where it stands. Accepted feedback is paid."
      >
        <ReportTable rows={cells(report.feedback)} caption="Feedback by state" />
      </ReportSection>
      <ReportSection
        title="Pay and safety"
        lead="From accepted work to money that arrived; leaked keys, each stopped alone, and pauses for everybody."
      >
        <ReportTable
          rows={[
            { name: 'median hours to money', value: orNone(report.medianHoursToCash, ' h') },
            { name: 'payouts', value: number(report.paid.reduce((sum, part) => sum + part.payouts, 0)) },
            { name: 'keys stopped in wrong hands', value: number(report.incidents) },
            { name: 'pauses of a whole programme', value: number(report.incidentsForAll) },
          ]}
          caption="Pay and safety"
        />
      </ReportSection>
      <ReportSection
        title="Grants and events"
        lead="How evenly they are spread (Gini: 0 is even, 1 is all to one), and whether promised dates were kept."
      >
        <ReportTable
          rows={[
            ...cells([{ ...report.grants.people, key: 'artists who asked for something' }]),
            { name: 'Gini of awards', value: orNone(report.grants.giniAwards, '', 2) },
            { name: 'Gini of money', value: orNone(report.grants.giniMoney, '', 2) },
            { name: 'Gini of seats', value: orNone(report.grants.giniSeats, '', 2) },
            { name: 'calls decided', value: number(report.grants.callsDecided) },
            { name: 'of them late', value: number(report.grants.callsLate) },
            { name: 'median days to a decision', value: orNone(report.grants.medianDaysToDecision, ' d') },
            { name: 'median days to a tranche', value: orNone(report.grants.medianDaysToTranche, ' d') },
            { name: 'median days to its payment', value: orNone(report.grants.medianDaysToCash, ' d') },
            { name: 'decisions against the ranking', value: number(report.grants.departures) },
          ]}
          caption="Grants and events"
        />
      </ReportSection>
      <ReportSection
        title="Conflicts of interest"
        lead="What kept somebody from judging an application, by kind, never who."
      >
        <ReportTable rows={cells(report.grants.conflicts)} caption="Conflicts of interest by kind" />
      </ReportSection>
    </div>
  );
}

export function NumbersPage() {
  const navigate = useNavigate();
  const { program }: { program?: string } = useSearch({ strict: false });
  const programs = useQuery(programChoicesQuery);
  const report = useQuery({
    queryKey: ['public-report', program],
    queryFn: () => unwrap(api.GET('/api/v1/reports/public', { params: { query: { programId: program } } })),
  });
  const csv = `/api/v1/reports/public.csv${program === undefined ? '' : `?programId=${encodeURIComponent(program)}`}`;
  return (
    <>
      <PageHeader
        title="The numbers"
        lead="What the programme did, computed from its own records. Nobody edits this page."
        action={
          <Button component="a" href={csv} download variant="light">
            Download CSV
          </Button>
        }
      />
      <Stack>
        <Select
          label="Programme"
          maw={320}
          placeholder="All programmes"
          clearable
          clearButtonProps={{ 'aria-label': 'All programmes' }}
          data={programs.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={program ?? null}
          onChange={(id) => void navigate({ to: '/numbers', search: id === null ? {} : { program: id } })}
        />
        <QueryView query={report} rows={6}>
          {(data) => (
            <>
              <Tiles report={data} />
              <Tables report={data} />
              <ReportSection
                title="Pay for work"
                lead="What requested work makes in an hour, how fast it is decided, and whether critical feedback fares worse."
              >
                <PayNumbers pay={data.pay} />
              </ReportSection>
              <ReviewNumbers program={program} />
              <Text size="sm" c="dimmed">
                Computed <When at={data.at} />. Where fewer than {data.smallestCell} people stand behind a
                figure it is hidden, so that nobody can be recognised; other cells of the same table may be
                hidden so that it cannot be worked out. Totals and figures about machines are never hidden.
              </Text>
            </>
          )}
        </QueryView>
      </Stack>
    </>
  );
}
