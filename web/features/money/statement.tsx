import { Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { Money } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';

type Part = Schemas['StatementCurrencyView'];

const monthsBack = (count: number): { value: string; label: string }[] =>
  Array.from({ length: count }, (_, back) => {
    const now = new Date();
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
    return {
      value: month.toISOString().slice(0, 7),
      label: month.toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    };
  });

const path = (month: string) => ({ params: { path: { month } } });

async function download(month: string): Promise<void> {
  const text = await unwrap(
    api.GET('/api/v1/statements/{month}', {
      ...path(month),
      headers: { accept: 'text/csv' },
      parseAs: 'text',
    }),
  );
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `statement-${month}.csv` });
  link.click();
  URL.revokeObjectURL(url);
}

function PartView({ part }: { part: Part }) {
  const money = (amount: number) => <Money value={{ amount, currency: part.currency }} />;
  const sums: { name: string; amount: number; isPart?: true }[] = [
    { name: 'Owed when the month began', amount: part.opening },
    { name: 'Earned', amount: part.earned },
    ...part.earnedBy.map(({ name, amount }) => ({ name, amount, isPart: true as const })),
    { name: 'Taken back', amount: part.corrected },
    { name: 'Paid out', amount: part.paidOut },
    { name: 'Owed when it ended', amount: part.closing },
  ];
  return (
    <Table aria-label={`Statement in ${part.currency}`} maw={640}>
      <Table.Tbody>
        {sums.map(({ name, amount, isPart }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400} pl={isPart ? 'xl' : undefined}>
              {name}
            </Table.Th>
            <Table.Td ta="right">{money(amount)}</Table.Td>
          </Table.Tr>
        ))}
        {part.lines.map((line, index) => (
          <Table.Tr key={`${line.reference} ${index}`}>
            <Table.Th scope="row" fw={400}>
              <Text size="sm" c="dimmed">
                {new Date(line.at).toLocaleDateString()} {line.kind.replaceAll(/[._]/g, ' ')}
              </Text>
            </Table.Th>
            <Table.Td ta="right">{money(line.amount)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The account of one month, as the ledger has it. */
export function Statement() {
  const navigate = useNavigate();
  const search: { month?: string } = useSearch({ strict: false });
  const months = monthsBack(12);
  const month = search.month ?? months[0]?.value ?? '';
  const statement = useQuery({
    queryKey: ['statement', month],
    queryFn: () => unwrap(api.GET('/api/v1/statements/{month}', path(month))),
  });
  const save = useMutation({ mutationFn: () => download(month) });
  return (
    <Stack>
      <Group align="flex-end">
        <Select
          label="Month"
          data={months}
          value={month}
          allowDeselect={false}
          onChange={(next) => void navigate({ to: '/studio/money', search: { month: next } })}
        />
        <Button variant="light" loading={save.isPending} onClick={() => save.mutate()}>
          Download CSV
        </Button>
        <Button
          variant="light"
          component="a"
          href={`/api/v1/statements/${month}/pdf`}
          download={`statement-${month}.pdf`}
        >
          Download PDF
        </Button>
      </Group>
      {save.isError && <ProblemNote error={save.error} />}
      <QueryView query={statement}>
        {({ currencies }) =>
          currencies.length === 0 ? (
            <Text c="dimmed">Nothing was owed to you in this month.</Text>
          ) : (
            currencies.map((part) => <PartView key={part.currency} part={part} />)
          )
        }
      </QueryView>
    </Stack>
  );
}
