import { Group, NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { KIND_NAMES, useHandIn, type FormKind } from './use-tax';

const today = (): string => new Date().toISOString().slice(0, 10);
const hasTreaty = (kind: FormKind): boolean => kind === 'w8ben' || kind === 'w8bene';

const EMPTY = { legalName: '', address: '', numberEnd: '', bornOn: '', reference: '', treatyCountry: '' };

/** Hands a form in. Of the number only the end ever leaves this page. */
export function HandInDialog({
  kinds,
  startWith,
  onClose,
}: {
  kinds: readonly FormKind[];
  startWith: FormKind | undefined;
  onClose: () => void;
}) {
  const [kind, setKind] = useState<FormKind | null>(startWith ?? kinds[0] ?? null);
  const [form, setForm] = useState(EMPTY);
  const [signedOn, setSignedOn] = useState(today());
  const [rate, setRate] = useState<number | string>('');
  const send = useHandIn(() => {
    notifications.show({ message: 'Handed in. Somebody of finance looks at it next.' });
    onClose();
  });
  const set = (part: Partial<typeof EMPTY>) => setForm({ ...form, ...part });
  const isReady =
    kind !== null && form.legalName !== '' && form.address !== '' && /^[A-Za-z0-9]{4}$/.test(form.numberEnd);
  const submit = () => {
    if (kind === null) return;
    const { legalName, address, numberEnd, bornOn, reference, treatyCountry } = form;
    const claimed = hasTreaty(kind) && treatyCountry !== '' && rate !== '';
    send.mutate({
      kind,
      legalName,
      address,
      numberEnd,
      signedOn,
      ...(bornOn !== '' && { bornOn }),
      ...(reference !== '' && { reference }),
      ...(claimed && { treatyCountry, treatyRate: Math.round(Number(rate) * 100) }),
    });
  };
  return (
    <FormDialog
      opened
      title="Hand in a tax form"
      confirm="Hand it in"
      isBusy={send.isPending}
      isReady={isReady}
      error={send.error}
      onConfirm={submit}
      onClose={onClose}
    >
      <Text size="sm">
        Atelier keeps what it needs to pay you, encrypted, and of your number the last four characters only.
        The signed form itself stays with you or in the vault that finance named.
      </Text>
      <Select
        label="Form"
        required
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: KIND_NAMES[value] }))}
        value={kind}
        onChange={setKind}
      />
      <TextInput
        label="Name as the tax office knows it"
        required
        value={form.legalName}
        onChange={(event) => set({ legalName: event.currentTarget.value })}
      />
      <Textarea
        label="Address"
        required
        autosize
        minRows={2}
        value={form.address}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      <TextInput
        label="Last four characters of your tax number"
        description="Only these: the rest is never sent."
        required
        maxLength={4}
        autoComplete="off"
        value={form.numberEnd}
        onChange={(event) => set({ numberEnd: event.currentTarget.value.slice(-4) })}
      />
      {kind === 'dac7' && (
        <TextInput
          label="Date of birth"
          type="date"
          value={form.bornOn}
          onChange={(event) => set({ bornOn: event.currentTarget.value })}
        />
      )}
      <TextInput
        label="Signed on"
        type="date"
        required
        max={today()}
        value={signedOn}
        onChange={(event) => setSignedOn(event.currentTarget.value)}
      />
      <TextInput
        label="Where the signed form is kept"
        description="Such as a number of the vault; may be empty."
        value={form.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
      {kind !== null && hasTreaty(kind) && (
        <Group grow>
          <TextInput
            label="Treaty with"
            placeholder="DE"
            maxLength={2}
            value={form.treatyCountry}
            onChange={(event) => set({ treatyCountry: event.currentTarget.value.toUpperCase() })}
          />
          <NumberInput
            label="Its rate"
            suffix=" %"
            min={0}
            max={29.99}
            decimalScale={2}
            value={rate}
            onChange={setRate}
          />
        </Group>
      )}
    </FormDialog>
  );
}
