import { Anchor, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { Money, When } from '../../ui/amounts';
import { EmptyState } from '../../ui/empty-state';

export type Report = Schemas['FinanceReportView'];

function Block({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h4">
        {title}
      </Title>
      {lead !== undefined && (
        <Text size="sm" c="dimmed" mb="sm">
          {lead}
        </Text>
      )}
      {children}
    </section>
  );
}

function Totals({ report }: { report: Report }) {
  if (report.liabilityTotals.length === 0) return null;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }}>
      {report.liabilityTotals.flatMap(({ owed, inTransit, unfunded, people }) =>
        (
          [
            [`Owed to ${people} ${people === 1 ? 'person' : 'people'}`, owed],
            ['In transit', inTransit],
            ['Earned, fund too small', unfunded],
          ] as const
        ).map(([label, value]) => (
          <Paper key={`${label} ${value.currency}`} withBorder p="md">
            <Text size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="div" size="lg">
              <Money value={value} />
            </Text>
          </Paper>
        )),
      )}
    </SimpleGrid>
  );
}

const align = (index: number) => (index === 0 ? 'left' : 'right');

function Figures({
  head,
  rows,
}: {
  head: readonly string[];
  rows: readonly { key: string; cells: ReactNode[] }[];
}) {
  if (rows.length === 0) return <Text size="sm">None.</Text>;
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {head.map((name, index) => (
              <Table.Th key={name} ta={align(index)}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, cells }) => (
            <Table.Tr key={key}>
              {cells.map((cell, index) => (
                <Table.Td key={head[index]} ta={align(index)} className="figures">
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const to = (search: Record<string, string>, text: string) => (
  <Anchor inherit renderRoot={(props) => <Link to="/finance/payouts" search={search} {...props} />}>
    {text}
  </Anchor>
);

/** Totals, funds, people, ages and exceptions; names and states lead to the register. */
export function ReportView({ report, nameOf }: { report: Report; nameOf: (id: string) => string }) {
  return (
    <Stack gap="xl">
      <Totals report={report} />
      <Block title="Funds" lead="What each programme has to pay with.">
        <Figures
          head={['Programme', 'Paid in', 'Earned by artists', 'Set aside for grants', 'Left', 'Used']}
          rows={report.funds.map((fund) => ({
            key: fund.programId + fund.balance.currency,
            cells: [
              nameOf(fund.programId),
              <Money key="funded" value={fund.funded} />,
              <Money key="earned" value={fund.earned} />,
              <Money key="committed" value={fund.committed} />,
              <Money key="balance" value={fund.balance} />,
              fund.burn === null ? '–' : `${(fund.burn * 100).toFixed(1)} %`,
            ],
          }))}
        />
      </Block>
      <Block title="Owed by person" lead="Over all programmes, the largest first.">
        {report.liability.length === 0 ? (
          <EmptyState title="Nobody is owed anything">
            What is earned and has not left yet appears here by name.
          </EmptyState>
        ) : (
          <Figures
            head={['Artist', 'Owed', 'Of this in approved payouts']}
            rows={report.liability.map((line) => ({
              key: line.personId + line.owed.currency,
              cells: [
                to({ person: line.personId }, line.name),
                <Money key="owed" value={line.owed} />,
                <Money key="reserved" value={line.reserved} />,
              ],
            }))}
          />
        )}
      </Block>
      <Block title="Ageing" lead="Earnings that have not arrived, by days since they were earned.">
        <Figures
          head={['Days', 'Earnings', 'Sum']}
          rows={report.ageing.map((line) => ({
            key: line.bucket + line.amount.currency,
            cells: [
              line.bucket === 'over-30' ? 'over 30' : line.bucket.replace('-', ' to '),
              line.count,
              <Money key="sum" value={line.amount} />,
            ],
          }))}
        />
      </Block>
      <Block title="Exceptions" lead="Payouts that wait for a person, failed or came back.">
        <Figures
          head={['State', 'Payouts', 'Sum']}
          rows={report.exceptions.map((line) => ({
            key: line.state + line.amount.currency,
            cells: [
              to({ state: line.state }, line.state.replaceAll('_', ' ')),
              line.count,
              <Money key="sum" value={line.amount} />,
            ],
          }))}
        />
      </Block>
      <Text size="xs" c="dimmed">
        Computed <When at={report.at} />.
      </Text>
    </Stack>
  );
}
