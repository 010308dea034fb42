import { Button, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { FormDialog } from '../../ui/form-dialog';
import { Card } from './card';
import { useSecurityChange, type Security } from './use-security';

/** The password, changed by whoever knows it. */
export function PasswordCard({ security }: { security: Security }) {
  const [isOpen, setOpen] = useState(false);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const close = () => {
    setOpen(false);
    setCurrent('');
    setNext('');
  };
  const change = useSecurityChange(
    () => unwrap(api.POST('/api/v1/account/password', { body: { current, next } })),
    () => {
      close();
      notifications.show({ message: 'The password is changed. You are signed out everywhere else.' });
    },
  );
  return (
    <Card
      title="Password"
      lead={
        security.hasPassword
          ? 'Changing it signs you out everywhere else.'
          : 'You have none: you sign in by passkey or through your organisation.'
      }
      action={
        <Button variant="default" onClick={() => setOpen(true)}>
          {security.hasPassword ? 'Change it' : 'Set one'}
        </Button>
      }
    >
      <FormDialog
        opened={isOpen}
        title={security.hasPassword ? 'Change the password' : 'Set a password'}
        confirm="Save"
        isBusy={change.isPending}
        isReady={next !== '' && (current !== '' || !security.hasPassword)}
        error={change.error}
        onConfirm={() => change.mutate(undefined)}
        onClose={close}
      >
        {security.hasPassword && (
          <PasswordInput
            label="Password of now"
            autoComplete="current-password"
            required
            data-autofocus
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          label="New password"
          description="At least 12 characters. A short sentence is fine."
          autoComplete="new-password"
          required
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
      </FormDialog>
    </Card>
  );
}
