import { Badge, Table, Text } from '@mantine/core';
import type { Schemas } from '../api/client';
import { formatMoney } from './amounts';

type Currency = Schemas['MoneyView']['currency'];

export interface RateChange {
  readonly line: string;
  readonly before: number | null;
  readonly after: number | null;
}

const RULES: Record<string, string> = {
  floorPerHour: 'Floor for an hour of requested work',
  killFeePercent: 'Paid when a task is cancelled after it was accepted',
  payWithinDays: 'Paid within',
  lateBasisPointsPerDay: 'Added for each day that it is late',
};

const countryOf = (code: string): string => {
  try {
    return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
};

/** What a line of a rate card is called. `names` are those of its items. */
export function lineName(line: string, names: Readonly<Record<string, string>>): string {
  const [, rule = '', country] = line.split('.');
  if (!line.startsWith('rules.')) return names[line] ?? line;
  return country === undefined ? (RULES[rule] ?? rule) : `Floor for an hour in ${countryOf(country)}`;
}

/** Its value for people: an amount, a percentage or days. */
export function lineValue(line: string, value: number, currency: Currency): string {
  if (line === 'rules.killFeePercent') return `${value} % of the price`;
  if (line === 'rules.payWithinDays') return value === 1 ? '1 day' : `${value} days`;
  if (line === 'rules.lateBasisPointsPerDay') return `${value / 100} %`;
  return formatMoney({ amount: value, currency });
}

function kindOf({ before, after }: RateChange): { word: string; color: string } {
  if (before === null) return { word: 'new', color: 'blue' };
  if (after === null) return { word: 'gone', color: 'red' };
  return after > before ? { word: 'raised', color: 'green' } : { word: 'lowered', color: 'orange' };
}

/** What differs between two cards, line by line. */
export function RateChanges({
  changes,
  currency,
  names,
}: {
  changes: readonly RateChange[];
  currency: Currency;
  names: Readonly<Record<string, string>>;
}) {
  if (changes.length === 0) return <Text c="dimmed">Nothing differs.</Text>;
  const value = (line: string, amount: number | null) =>
    amount === null ? '–' : lineValue(line, amount, currency);
  return (
    <Table aria-label="What changes" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Line</Table.Th>
          <Table.Th scope="col" ta="right">
            Before
          </Table.Th>
          <Table.Th scope="col" ta="right">
            After
          </Table.Th>
          <Table.Th scope="col">Change</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map((change) => {
          const { word, color } = kindOf(change);
          return (
            <Table.Tr key={change.line}>
              <Table.Td>{lineName(change.line, names)}</Table.Td>
              <Table.Td ta="right" className="figures">
                {value(change.line, change.before)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {value(change.line, change.after)}
              </Table.Td>
              <Table.Td>
                <Badge
                  color={color}
                  variant="dot"
                  miw="max-content"
                  styles={{ label: { textTransform: 'none' } }}
                >
                  {word}
                </Badge>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
