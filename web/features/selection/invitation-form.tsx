import { NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { cohortsQuery } from '../../api/programs';
import { FormDialog } from '../../ui/form-dialog';
import { useSelectionAct } from './use-selection';

/** Holds out a seat to one address. */
export function InvitationForm({
  programId,
  slug,
  onClose,
}: {
  programId: string;
  slug: string;
  onClose: () => void;
}) {
  const [values, setValues] = useState({ email: '', cohortId: null as string | null, days: 14, note: '' });
  const change = (part: Partial<typeof values>) => setValues({ ...values, ...part });
  const cohorts = useQuery(cohortsQuery(slug));
  const invite = useSelectionAct(
    (body: Schemas['ProgramInvitationBody'], headers) =>
      unwrap(
        api.POST('/api/v1/programs/{id}/invitations', { params: { path: { id: programId } }, headers, body }),
      ),
    ({ email }) => {
      notifications.show({ message: `${email} is invited.` });
      onClose();
    },
  );
  const { email, cohortId, days, note } = values;
  return (
    <FormDialog
      opened
      title="Invite somebody"
      confirm="Invite"
      isBusy={invite.isPending}
      isReady={/^\S+@\S+$/.test(email.trim())}
      error={invite.error}
      onConfirm={() =>
        invite.mutate({ email: email.trim(), days, note, ...(cohortId !== null && { cohortId }) })
      }
      onClose={onClose}
    >
      <Text size="sm">
        They join by an account with this address; the terms come before anything binds them.
      </Text>
      <TextInput
        label="E-mail"
        type="email"
        required
        data-autofocus
        value={email}
        onChange={(event) => change({ email: event.currentTarget.value })}
      />
      <Select
        label="Cohort"
        placeholder="None"
        clearable
        data={cohorts.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={cohortId}
        onChange={(next) => change({ cohortId: next })}
      />
      <NumberInput
        label="Days that it is open"
        min={1}
        max={60}
        value={days}
        onChange={(value) => change({ days: Number(value) })}
      />
      <Textarea
        label="For them to read"
        autosize
        maxLength={1_000}
        value={note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
