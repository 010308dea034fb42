import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { useSetRecipient, type Recipient } from './use-payee';

type Kind = 'iban' | 'us';
const EMPTY = { country: '', holder: '', iban: '', town: '', routing: '', number: '' };

/** Only what is filled in of the fields that are asked for. */
function bodyOf({ country, holder, iban, town, routing, number }: typeof EMPTY, asks: string, kind: Kind) {
  if (asks === 'hosted') return { country };
  const name = holder.trim() === '' ? {} : { holder: holder.trim() };
  return kind === 'iban'
    ? { ...name, country: iban.trim().slice(0, 2).toUpperCase(), iban: iban.trim(), town: town.trim() }
    : { ...name, country: 'US', routing: routing.trim(), number: number.trim() };
}

export function AccountDialog({ recipient, onClose }: { recipient: Recipient; onClose: () => void }) {
  const [form, setForm] = useState(EMPTY);
  const [kind, setKind] = useState<Kind>('iban');
  const set = useSetRecipient(recipient.rail, () => {
    notifications.show({ message: 'Saved.' });
    onClose();
  });
  const field = (name: keyof typeof EMPTY) => ({
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((before) => ({ ...before, [name]: name === 'country' ? value.toUpperCase() : value }));
    },
  });
  const isHosted = recipient.asks === 'hosted';
  const body = bodyOf(form, recipient.asks, kind);
  return (
    <FormDialog
      opened
      title={isHosted ? 'Begin' : 'Your bank account'}
      confirm="Save"
      isBusy={set.isPending}
      isReady={body.country.length === 2}
      error={set.error}
      onConfirm={() => set.mutate(body)}
      onClose={onClose}
    >
      {isHosted ? (
        <TextInput
          label="Country"
          description="Two letters, such as DE. It cannot be changed later."
          required
          maxLength={2}
          data-autofocus
          {...field('country')}
        />
      ) : (
        <Stack gap="sm">
          <SegmentedControl
            aria-label="Kind of account"
            data={[
              { value: 'iban', label: 'IBAN (EUR)' },
              { value: 'us', label: 'US account (USD)' },
            ]}
            value={kind}
            onChange={(value) => setKind(value as Kind)}
          />
          <TextInput
            label="Account holder"
            description="In Latin letters, as your bank writes it; your name here if you leave it empty"
            maxLength={70}
            {...field('holder')}
          />
          {kind === 'iban' ? (
            <>
              <TextInput label="IBAN" required maxLength={42} autoComplete="off" {...field('iban')} />
              <TextInput
                label="Town"
                description="Banks demand it"
                required
                maxLength={35}
                {...field('town')}
              />
            </>
          ) : (
            <>
              <TextInput
                label="Routing number"
                required
                maxLength={9}
                inputMode="numeric"
                {...field('routing')}
              />
              <TextInput
                label="Account number"
                required
                maxLength={17}
                autoComplete="off"
                {...field('number')}
              />
            </>
          )}
          <Text size="xs" c="dimmed">
            A change is told to you by mail, and whoever approves payouts sees it.
          </Text>
        </Stack>
      )}
    </FormDialog>
  );
}
