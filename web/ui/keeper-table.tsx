import { Table } from '@mantine/core';
import type { Schemas } from '../api/client';

type Rate = Schemas['KeeperRateView'];

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const per = (value: number | null): string => (value === null ? '–' : whole.format(value));

/** Such as `60-159` as people read it. */
export const bandWords = (key: string): string =>
  `${key.replace('-', '–').replace('+', ' or more')} characters`;

const COLUMNS = ['Kept', 'Attempts each', 'Minutes each', 'Credits each'] as const;

/** What a keeper costs in each of several ways of asking. */
export function KeeperTable({
  label,
  what,
  rates,
}: {
  label: string;
  /** Head of the first column. */
  what: string;
  rates: readonly { readonly name: string; readonly rate: Rate }[];
}) {
  return (
    <Table.ScrollContainer
      minWidth={480}
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: 'group', 'aria-label': `${label}, scrolls sideways` },
      }}
    >
      <Table aria-label={label} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{what}</Table.Th>
            {COLUMNS.map((name) => (
              <Table.Th key={name} scope="col" ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rates.map(({ name, rate }) => (
            <Table.Tr key={`${name} ${rate.key}`}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              {[
                `${whole.format(rate.keepers)} of ${whole.format(rate.attempts)}`,
                per(rate.attemptsPerKeeper),
                per(rate.minutesPerKeeper),
                per(rate.creditsPerKeeper),
              ].map((text, place) => (
                <Table.Td key={COLUMNS[place]} ta="right" className="figures">
                  {text}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
