import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { QueryView } from '../../ui/query-view';
import { ratesQuery } from './use-clips';

type Rate = Schemas['KeeperRateView'];

const per = (value: number | null): string => (value === null ? '–' : String(value));

function RateRow({ name, rate }: { name: string; rate: Rate }) {
  const figures = [
    `${rate.keepers} of ${rate.attempts}`,
    per(rate.attemptsPerKeeper),
    per(rate.minutesPerKeeper),
    per(rate.creditsPerKeeper),
  ];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {name}
      </Table.Th>
      {figures.map((text, place) => (
        <Table.Td key={place} ta="right" className="figures">
          {text}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** What a keeper has cost so far, in all and by style: which ways of asking pay off. */
export function KeeperRates() {
  return (
    <QueryView query={useQuery(ratesQuery)} rows={1}>
      {({ all, byStyle, byModel }) =>
        all.attempts === 0 ? (
          <Text size="sm" c="dimmed">
            With the first finished clips this shows what a keeper costs you.
          </Text>
        ) : (
          <Table.ScrollContainer minWidth={480}>
            <Table aria-label="What your keepers cost">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Of your clips</Table.Th>
                  <Table.Th ta="right">Kept</Table.Th>
                  <Table.Th ta="right">Attempts each</Table.Th>
                  <Table.Th ta="right">Minutes each</Table.Th>
                  <Table.Th ta="right">Credits each</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                <RateRow name="All" rate={all} />
                {byStyle.map((rate) => (
                  <RateRow key={`style ${rate.key}`} name={`Style ${rate.key}`} rate={rate} />
                ))}
                {byModel.length > 1 &&
                  byModel.map((rate) => (
                    <RateRow key={`model ${rate.key}`} name={`Model ${rate.key}`} rate={rate} />
                  ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )
      }
    </QueryView>
  );
}
