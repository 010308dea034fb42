import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { addPasskey } from '../../api/passkeys';
import { When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { FormDialog } from '../../ui/form-dialog';
import { ProblemNote } from '../../ui/problem-note';
import { Card } from './card';
import { useSecurityChange, type Security } from './use-security';

type Passkey = Security['passkeys'][number];

/** A name to begin with: what the person sits at. */
const thisDevice = (): string => {
  const { userAgent } = navigator;
  const kind = [
    ['iPhone', /iPhone/],
    ['iPad', /iPad/],
    ['Android', /Android/],
    ['Mac', /Mac OS/],
    ['Windows', /Windows/],
    ['Linux', /Linux/],
  ] as const;
  return `My ${kind.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'device'}`;
};

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const [name, setName] = useState<string | null>(null);
  const at = { params: { path: { id: passkey.id } } };
  const rename = useSecurityChange(
    () => unwrap(api.PATCH('/api/v1/account/passkeys/{id}', { ...at, body: { name: (name ?? '').trim() } })),
    () => setName(null),
  );
  const remove = useSecurityChange(() => unwrap(api.DELETE('/api/v1/account/passkeys/{id}', at)));
  return (
    <Group component="li" justify="space-between" wrap="wrap">
      <div>
        <Text fw={600}>{passkey.name}</Text>
        <Text size="sm" c="dimmed">
          Added <When at={passkey.createdAt} />, {passkey.lastUsedAt === null ? 'never used' : 'used '}
          {passkey.lastUsedAt !== null && <When at={passkey.lastUsedAt} />}
          {passkey.isSynced && ', on all your devices'}
        </Text>
      </div>
      <Group gap="xs">
        <Button variant="subtle" aria-label={`Rename ${passkey.name}`} onClick={() => setName(passkey.name)}>
          Rename
        </Button>
        <ConfirmButton
          label="Remove"
          aria-label={`Remove ${passkey.name}`}
          title={`Remove “${passkey.name}”?`}
          confirm="Remove it"
          isBusy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutateAsync(undefined)}
        >
          It opens nothing here any more. Delete it on the device too, or the browser goes on offering it.
        </ConfirmButton>
      </Group>
      <FormDialog
        opened={name !== null}
        title="Rename the passkey"
        confirm="Rename"
        isBusy={rename.isPending}
        isReady={(name ?? '').trim() !== ''}
        error={rename.error}
        onConfirm={() => rename.mutate(undefined)}
        onClose={() => setName(null)}
      >
        <TextInput
          label="Name"
          required
          maxLength={60}
          data-autofocus
          value={name ?? ''}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </FormDialog>
    </Group>
  );
}

/** Passkeys: a finger, a face or a PIN instead of password and code. */
export function PasskeysCard({ security }: { security: Security }) {
  const [name, setName] = useState<string | null>(null);
  const add = useSecurityChange(
    () => addPasskey((name ?? '').trim()),
    () => setName(null),
  );
  return (
    <Card
      title="Passkeys"
      lead="Sign in with a finger, your face or the PIN of your device. No password to learn, none to steal."
      action={<Button onClick={() => setName(thisDevice())}>Add a passkey</Button>}
    >
      {add.isError && name === null && <ProblemNote error={add.error} />}
      {security.passkeys.length > 0 && (
        <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {security.passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </Stack>
      )}
      <FormDialog
        opened={name !== null}
        title="Add a passkey"
        confirm="Go on"
        isBusy={add.isPending}
        isReady={(name ?? '').trim() !== ''}
        error={add.error}
        onConfirm={() => add.mutate(undefined)}
        onClose={() => setName(null)}
      >
        <TextInput
          label="Name"
          description="To know it by later"
          required
          maxLength={60}
          data-autofocus
          value={name ?? ''}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </FormDialog>
    </Card>
  );
}
