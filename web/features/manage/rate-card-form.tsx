import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemNote } from '../../ui/problem-note';
import { usePublish, type Program } from './use-manage';

/** What a rate card can price, for people. The server refuses a card without a price for every kind of feedback. */
const ITEMS: readonly (readonly [string, string, boolean])[] = [
  ['feedback.issue', 'An accepted report of a fault', true],
  ['feedback.idea', 'An accepted proposal', true],
  ['feedback.praise', 'An accepted account of what works', true],
  ['feedback.harm', 'An accepted report of harm or misuse', true],
  ['feedback.rights', 'An accepted report about rights', true],
  ['feedback.request', 'An accepted answer to what the programme asked for', true],
  ['feedback.duplicate', 'Feedback that somebody else had reported before', true],
  ['showcase.licence', 'The licence to show one work in the showcase', false],
  ['appearance.event', 'One appearance at an event of the programme', false],
];

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** `12.5` with two decimals → 1250. From the typed digits, so that nothing is rounded. */
function minor(value: number | string, digits: number): number {
  const [whole = '', part = ''] = String(value).split('.');
  return Number(whole + part.padEnd(digits, '0').slice(0, digits));
}

export function RateCardForm({ program, onDone }: { program: Program; onDone: (version: number) => void }) {
  const digits = digitsOf(program.currency);
  const before = program.rateCard?.items ?? {};
  const publish = usePublish(program.id, onDone);
  const form = useForm<{ prices: (number | string)[] }>({
    initialValues: {
      prices: ITEMS.map(([key]) => {
        const price = before[key];
        return price === undefined ? '' : price / 10 ** digits;
      }),
    },
  });
  const send = (prices: (number | string)[]) => {
    const items: Record<string, number> = {};
    for (const [index, [key]] of ITEMS.entries()) {
      const price = prices[index] ?? '';
      if (price !== '') items[key] = minor(price, digits);
    }
    publish.mutate({ kind: 'rate-cards', body: { items } });
  };
  return (
    <form aria-label="Next rate card" onSubmit={form.onSubmit(({ prices }) => send(prices))}>
      <Stack>
        {publish.isError && <ProblemNote error={publish.error} />}
        {ITEMS.map(([key, says, isRequired], index) => (
          <NumberInput
            key={key}
            label={says}
            description={key}
            required={isRequired}
            min={0}
            decimalScale={digits}
            fixedDecimalScale
            thousandSeparator=","
            suffix={` ${program.currency}`}
            hideControls
            {...form.getInputProps(`prices.${index}`)}
          />
        ))}
        <Group justify="flex-end">
          <Button type="submit" loading={publish.isPending}>
            Publish version {(program.rateCard?.version ?? 0) + 1}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
