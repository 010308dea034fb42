import { Button, Group, Select, Switch, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useProgramOptions } from '../../api/programs';
import type { Schemas } from '../../api/client';
import { figureOf, minorUnits } from '../../ui/typed-amount';
import { asOptions } from '../../ui/use-filters';
import { type Filter, type Filters } from './use-readings';

const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'PLN', 'CAD', 'AUD', 'JPY', 'KWD'];
/** Reached by opening a cell; shown only when set, so that the row of filters stays short. */
const QUIET = ['personId', 'batchId', 'payoutId', 'earningId', 'callId', 'account', 'reference'];
const HINTS: Readonly<Record<string, string>> = { day: 'UTC', month: 'UTC' };

interface Props {
  readonly filter: Filter;
  readonly value: string | undefined;
  /** The one that amounts are of; absent: none is chosen. */
  readonly currency: string | undefined;
  readonly onChange: (value: string | null) => void;
}

/** Text that becomes a filter when one is done with it, not with every letter. */
function Typed({ filter, value, onChange }: Props) {
  const [draft, setDraft] = useState(value ?? '');
  useEffect(() => setDraft(value ?? ''), [value]);
  const type = filter.input === 'day' ? 'date' : filter.input === 'month' ? 'month' : 'text';
  const done = () => (draft === (value ?? '') ? undefined : onChange(draft === '' ? null : draft));
  const hint = HINTS[filter.input];
  return (
    <TextInput
      label={hint === undefined ? filter.title : `${filter.title} (${hint})`}
      type={type}
      w={type === 'text' ? 150 : 165}
      value={draft}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setDraft(next);
        if (type !== 'text') onChange(next === '' ? null : next);
      }}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  );
}

/** An amount as people write it, in the currency that is chosen: the address keeps its minor units. */
function Amount({ filter, value, currency, onChange }: Props) {
  const shown =
    value === undefined || !currency
      ? ''
      : figureOf({ amount: Number(value), currency: currency as Schemas['MoneyView']['currency'] });
  const [draft, setDraft] = useState(shown);
  useEffect(() => setDraft(shown), [shown]);
  const minor = currency === undefined ? null : minorUnits(draft, currency);
  const isWrong = draft !== '' && minor === null;
  const done = () => {
    if (draft === '') onChange(null);
    else if (minor !== null && String(minor) !== value) onChange(String(minor));
  };
  return (
    <TextInput
      label={filter.title}
      placeholder={currency === undefined ? 'Choose a currency' : '12.50'}
      disabled={currency === undefined}
      inputMode="decimal"
      w={165}
      rightSection={currency === undefined ? null : <Text size="xs">{currency}</Text>}
      rightSectionWidth={44}
      error={isWrong ? `An amount in ${currency}` : null}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  );
}

function Field(props: Props) {
  const { filter, value, onChange } = props;
  const programs = useProgramOptions();
  if (filter.input === 'flag') {
    return (
      <Switch
        label={filter.title}
        checked={value === 'true'}
        onChange={(event) => onChange(event.currentTarget.checked ? 'true' : null)}
        mb={8}
      />
    );
  }
  const data =
    filter.input === 'program'
      ? programs
      : filter.input === 'currency'
        ? asOptions(CURRENCIES)
        : filter.values && asOptions(filter.values);
  if (filter.input === 'amount') return <Amount {...props} />;
  if (!data) return <Typed {...props} />;
  return (
    <Select
      label={filter.title}
      placeholder="All"
      clearable
      w={filter.input === 'program' ? 200 : 150}
      data={data}
      value={value ?? null}
      onChange={onChange}
    />
  );
}

/** The filters of a reading, as its own table says; their values live in the address. */
export function ReadingFilters({
  filters,
  values,
  onChange,
}: {
  filters: readonly Filter[];
  values: Filters;
  onChange: (next: Record<string, string | null>) => void;
}) {
  const shown = filters.filter(({ key }) => !QUIET.includes(key) || values[key] !== undefined);
  const none = Object.fromEntries(filters.map(({ key }) => [key, null]));
  return (
    <Group align="flex-end" gap="sm" role="search" aria-label="Filters">
      {shown.map((filter) => (
        <Field
          key={filter.key}
          filter={filter}
          value={values[filter.key]}
          currency={values.currency}
          onChange={(value) =>
            onChange({
              [filter.key]: value,
              ...(filter.key === 'currency' && { minAmount: null, maxAmount: null }),
            })
          }
        />
      ))}
      {Object.keys(values).length > 0 && (
        <Button variant="subtle" onClick={() => onChange(none)}>
          Show all
        </Button>
      )}
    </Group>
  );
}
