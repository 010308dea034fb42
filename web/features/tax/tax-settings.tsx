import { Button, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoney } from '../../ui/amounts';
import { FormDialog } from '../../ui/form-dialog';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { figureOf, minorUnits } from '../../ui/typed-amount';
import { settingsQuery, useRemittance, useSettings, type Settings } from './use-tax';

const REGIMES = [
  { value: 'none', label: 'None: no form is asked for' },
  { value: 'us', label: 'United States: W-9, W-8, withholding' },
  { value: 'dac7', label: 'European Union: seller details under DAC7' },
] as const;

type Withheld = Settings['withheld'][number];

function RemitDialog({
  programId,
  withheld,
  onClose,
}: {
  programId: string;
  withheld: Withheld;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState(figureOf(withheld));
  const [note, setNote] = useState('');
  const remit = useRemittance(programId, () => {
    notifications.show({ message: 'Booked.' });
    onClose();
  });
  const amount = minorUnits(typed, withheld.currency);
  const isReady = amount !== null && amount > 0 && note.trim().length >= 3;
  return (
    <FormDialog
      opened
      title="Book what was passed on"
      confirm="Book it"
      isBusy={remit.isPending}
      isReady={isReady}
      error={remit.error}
      onConfirm={() =>
        amount !== null && remit.mutate({ amount, currency: withheld.currency, note: note.trim() })
      }
      onClose={onClose}
    >
      <Text size="sm">
        Book the payment to the tax office after it was made. The ledger keeps every entry.
      </Text>
      <TextInput
        label="Amount"
        description={`In ${withheld.currency}, at most ${formatMoney(withheld)}`}
        inputMode="decimal"
        required
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <TextInput
        label="Which payment"
        placeholder="Form 1042 deposit, reference 4711"
        required
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const [regime, setRegime] = useState(settings.regime);
  const [country, setCountry] = useState(settings.payerCountry ?? '');
  const [open, setOpen] = useState<Withheld | null>(null);
  const save = useSettings(settings.programId, () => notifications.show({ message: 'Saved.' }));
  const isSame = regime === settings.regime && country === settings.payerCountry;
  return (
    <Stack maw={520}>
      <form
        aria-label="Tax rules of the programme"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ regime, payerCountry: country });
        }}
      >
        <Stack>
          {save.isError && <ProblemNote error={save.error} />}
          <Select
            label="Rules"
            allowDeselect={false}
            data={[...REGIMES]}
            value={regime}
            onChange={(value) => setRegime(value as Settings['regime'])}
          />
          <TextInput
            label="Country of whoever pays"
            description="Two letters, such as US"
            required
            maxLength={2}
            value={country}
            onChange={(event) => setCountry(event.currentTarget.value.toUpperCase())}
          />
          <Text size="sm" c="dimmed">
            From then on nobody is put into a batch before the form that these rules ask for is valid. What
            waits stays due.
          </Text>
          <Group>
            <Button type="submit" loading={save.isPending} disabled={isSame || country.length !== 2}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
      {settings.withheld.map((held) => (
        <Paper withBorder p="md" key={held.currency}>
          <Group justify="space-between">
            <Text>{formatMoney(held)} is withheld and not passed on yet.</Text>
            <Button variant="light" onClick={() => setOpen(held)}>
              Book what was passed on
            </Button>
          </Group>
        </Paper>
      ))}
      {open !== null && (
        <RemitDialog programId={settings.programId} withheld={open} onClose={() => setOpen(null)} />
      )}
    </Stack>
  );
}

/** By whose rules a programme pays, and what it has withheld. */
export function TaxSettings({ programId }: { programId: string }) {
  return (
    <QueryView query={useQuery(settingsQuery(programId))}>
      {(settings) => <SettingsForm settings={settings} />}
    </QueryView>
  );
}
