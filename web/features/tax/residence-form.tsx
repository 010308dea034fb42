import { Button, Checkbox, Group, Select, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { ProblemNote } from '../../ui/problem-note';
import { useResidence, type MyTax } from './use-tax';

/** Every country that the browser has a name for. */
function countries(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
  const found = letters.flatMap((one) =>
    letters.flatMap((other) => {
      const value = one + other;
      const label = names.of(value);
      // Codes without a country come back as they are.
      return label === undefined || label === value || /^(EU|EZ|UN|QO|ZZ|XA|XB)$/.test(value)
        ? []
        : [{ value, label: `${label} (${value})` }];
    }),
  );
  return found.toSorted((a, b) => a.label.localeCompare(b.label));
}

/** Where one is resident for tax: it decides which form is needed, and the floor for one's work. */
export function ResidenceForm({ residence }: { residence: MyTax['residence'] }) {
  const options = useMemo(countries, []);
  const [country, setCountry] = useState<string | null>(residence?.country ?? null);
  const [isUsPerson, setUsPerson] = useState(residence?.isUsPerson ?? false);
  const save = useResidence(() => notifications.show({ message: 'Saved.' }));
  const isSame = residence?.country === country && residence?.isUsPerson === isUsPerson;
  return (
    <form
      aria-label="Tax residence"
      onSubmit={(event) => {
        event.preventDefault();
        if (country !== null) save.mutate({ country, isUsPerson });
      }}
    >
      <Stack maw={480}>
        {save.isError && <ProblemNote error={save.error} />}
        <Select
          label="Country of tax residence"
          description="It also decides which floor holds for an hour of your work."
          searchable
          required
          data={options}
          value={country}
          onChange={setCountry}
        />
        <Checkbox
          label="I am a citizen or resident of the United States for its tax office"
          checked={isUsPerson}
          onChange={(event) => setUsPerson(event.currentTarget.checked)}
        />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={country === null || isSame}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
