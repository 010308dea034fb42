import { Stack, Table, Text } from '@mantine/core';
import type { Schemas } from '../api/client';
import { formatMoney } from './amounts';

type Pay = Schemas['PayNumbersView'];

const percent = (rate: number): string =>
  `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(rate * 100)} %`;
const daysOf = ({ medianDaysToDecision: middle, p90DaysToDecision: slow }: Pay): string =>
  middle === null || slow === null ? 'not yet' : `${middle} d in the middle, ${slow} d for nine in ten`;
const LABELS: Record<string, string> = {
  critical: 'labelled critical by its author',
  neutral: 'labelled neutral',
  favourable: 'labelled favourable',
  none: 'without a label',
};

/** What an hour made, in sentences; hidden where few people are behind it. */
function hourOf({ currency, p10, p50 }: Pay['hourly'][number]): string {
  if (p10 === null || p50 === null) return 'hidden: too few people';
  return `${formatMoney({ amount: p50, currency })} in the middle, one in ten below ${formatMoney({ amount: p10, currency })}`;
}

/** A rate with its interval; nothing was decided, or it is hidden. */
function rateOf(estimate: Pay['voids'][number]['unpaidRate'], suppressed: boolean): string {
  if (suppressed) return 'hidden';
  if (estimate === null) return '–';
  return `${percent(estimate.rate)} (${percent(estimate.low)} to ${percent(estimate.high)})`;
}

const RATES = [
  ['declinedRate', 'Declined'],
  ['voidedRate', 'Taken back'],
  ['unpaidRate', 'Not paid in all'],
] as const;

function Voids({ pay }: { pay: Pay }) {
  return (
    <Stack gap={4}>
      <Table.ScrollContainer
        minWidth={620}
        scrollAreaProps={{
          viewportProps: {
            tabIndex: 0,
            role: 'group',
            'aria-label': 'Feedback that was not paid, scrolls sideways',
          },
        }}
      >
        <Table aria-label="Feedback that was not paid, by label" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Feedback</Table.Th>
              <Table.Th scope="col" ta="right">
                Decided
              </Table.Th>
              {RATES.map(([key, name]) => (
                <Table.Th key={key} scope="col" ta="right">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pay.voids.map((line) => (
              <Table.Tr key={line.sentiment}>
                <Table.Th scope="row" fw={400}>
                  {LABELS[line.sentiment] ?? line.sentiment}
                </Table.Th>
                <Table.Td ta="right" className="figures">
                  {line.decided ?? 'hidden'}
                </Table.Td>
                {RATES.map(([key]) => (
                  <Table.Td key={key} ta="right" className="figures">
                    {rateOf(line[key], line.suppressed)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed">
        In brackets, where the rate lies with 95 % confidence. Declined and not paid: of what was decided.
        Taken back: of what was accepted for pay, later voided by two people.
      </Text>
    </Stack>
  );
}

/** How people are paid, in numbers. */
export function PayNumbers({ pay }: { pay: Pay }) {
  const rows: [string, string][] = [
    ['minutes of requested and accepted work', String(pay.requestedMinutes)],
    ['of them without pay', String(pay.unpaidRequestedMinutes)],
    [
      'minutes given unasked, as artists name them',
      pay.volunteeredMinutes === null ? 'hidden: too few people' : String(pay.volunteeredMinutes),
    ],
    [
      'tasks topped up to the floor',
      pay.toppedUpTasks === null ? 'hidden: too few people' : String(pay.toppedUpTasks),
    ],
    ...pay.hourly.map((line): [string, string] => [
      `an hour of requested work in ${line.currency}`,
      hourOf(line),
    ]),
    ['days from filing to a decision', daysOf(pay)],
    ['paid after the promised date', String(pay.lateEarnings)],
    ['waiting beyond it now', String(pay.lateNow)],
  ];
  return (
    <Stack>
      <Table aria-label="Pay" verticalSpacing={6}>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              <Table.Td ta="right" className="figures">
                {value}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Voids pay={pay} />
      {pay.opinionMatters !== null && (
        <Text size="sm" fw={pay.opinionMatters ? 600 : undefined}>
          {pay.opinionMatters
            ? 'Critical and favourable feedback fare differently by more than chance. Whoever decides sees no label; this needs a look.'
            : 'Between critical and favourable feedback there is no difference beyond chance.'}
        </Text>
      )}
    </Stack>
  );
}
