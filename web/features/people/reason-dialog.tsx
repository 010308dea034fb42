import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { FormDialog } from '../../ui/form-dialog';
import { usePeopleAct, type Person } from './use-people';

export type ReasonedAct = 'close' | 'reopen' | 'end_sessions' | 'clear_factor';

interface Words {
  readonly title: string;
  readonly confirm: string;
  readonly says: string;
  readonly isReasoned: boolean;
}

const WORDS: Record<ReasonedAct, Words> = {
  close: {
    title: 'Close the account',
    confirm: 'Close it',
    says: 'They are signed out at once and cannot sign in again; their keys are refused. What they have earned stays owed to them. You can open it again.',
    isReasoned: true,
  },
  reopen: {
    title: 'Open the account again',
    confirm: 'Open it',
    says: 'They can sign in as before, and their keys work again.',
    isReasoned: true,
  },
  end_sessions: {
    title: 'Sign out everywhere',
    confirm: 'End all sessions',
    says: 'Whoever sits there must sign in again.',
    isReasoned: false,
  },
  clear_factor: {
    title: 'Lost the second factor',
    confirm: 'Take it away',
    says: 'Authenticator app, passkeys and recovery codes are taken away and all sessions end. With the password alone they then set up new ones: be sure that it is they who ask.',
    isReasoned: false,
  },
};

/** An act on somebody's account: says what follows, and asks why where it goes into the record. */
export function ReasonDialog({
  act,
  person,
  onClose,
}: {
  act: ReasonedAct;
  person: Person;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const at = { params: { path: { id: person.id } } };
  const run = usePeopleAct<ReasonedAct, unknown>((which) => {
    if (which === 'close') return unwrap(api.POST('/api/v1/people/{id}/close', { ...at, body: { reason } }));
    if (which === 'reopen')
      return unwrap(api.POST('/api/v1/people/{id}/reopen', { ...at, body: { reason } }));
    if (which === 'end_sessions') return unwrap(api.POST('/api/v1/people/{id}/end-sessions', at));
    return unwrap(api.POST('/api/v1/people/{id}/clear-second-factor', at));
  }, onClose);
  const { title, confirm, says, isReasoned } = WORDS[act];
  return (
    <FormDialog
      opened
      title={`${title}: ${person.name}`}
      confirm={confirm}
      {...(act === 'reopen' ? {} : { color: 'red' })}
      isBusy={run.isPending}
      isReady={!isReasoned || reason.trim().length >= 3}
      error={run.error}
      onConfirm={() => run.mutate(act)}
      onClose={onClose}
    >
      <Text size="sm">{says}</Text>
      {isReasoned && (
        <Textarea
          label="Reason"
          description="For the record; they read it too"
          required
          autosize
          minRows={2}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
