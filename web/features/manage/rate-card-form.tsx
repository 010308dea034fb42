import { Button, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { rateCardsQuery } from '../../api/programs';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { RateChanges } from '../../ui/rate-lines';
import { bodyOf, changesOf, formOf } from './rate-card-draft';
import { RateRulesFields } from './rate-rules-fields';
import { usePublish, type Program } from './use-manage';

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

interface Props {
  program: Program;
  onDone: (version: number) => void;
}

function CardFields({ program, onDone, known }: Props & { known: readonly Schemas['RateItemView'][] }) {
  const digits = digitsOf(program.currency);
  const card = program.rateCard;
  const [form, setForm] = useState(() =>
    formOf(
      known.map(({ item }) => item),
      card,
      digits,
    ),
  );
  const publish = usePublish(program.id, onDone);
  const body = bodyOf(form, digits);
  // A card that is only a draft has no number: nothing to compare with.
  const before = card !== null && card.version > 0 ? card : null;
  const changes = changesOf(before, body);
  const names = Object.fromEntries(known.map(({ item, says }) => [item, says]));
  return (
    <form
      aria-label="Next rate card"
      onSubmit={(event) => {
        event.preventDefault();
        publish.mutate({ kind: 'rate-cards', body: { ...body, basedOn: before?.version ?? 0 } });
      }}
    >
      <Stack>
        {publish.isError && <ProblemNote error={publish.error} />}
        {known.map(({ item, says, isRequired }) => (
          <NumberInput
            key={item}
            label={says}
            description={item}
            required={isRequired}
            min={0}
            decimalScale={digits}
            fixedDecimalScale
            thousandSeparator=","
            suffix={` ${program.currency}`}
            hideControls
            value={form.prices[item] ?? ''}
            onChange={(price) => setForm({ ...form, prices: { ...form.prices, [item]: price } })}
          />
        ))}
        <RateRulesFields
          rules={form.rules}
          currency={program.currency}
          digits={digits}
          onChange={(rules) => setForm({ ...form, rules })}
        />
        {before !== null && (
          <section>
            <Title order={3} size="h5">
              What it changes of version {before.version}
            </Title>
            <RateChanges changes={changes} currency={program.currency} names={names} />
          </section>
        )}
        <Text size="sm" c="dimmed">
          It holds for what happens from now on. What was earned before keeps the version it was earned by.
        </Text>
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={publish.isPending}
            disabled={before !== null && changes.length === 0}
          >
            Publish version {(before?.version ?? 0) + 1}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function RateCardForm(props: Props) {
  return (
    <QueryView query={useQuery(rateCardsQuery(props.program.id))} rows={6}>
      {({ items }) => <CardFields {...props} known={items} />}
    </QueryView>
  );
}
