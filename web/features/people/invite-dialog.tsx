import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { useSession } from '../../api/session';
import { FormDialog } from '../../ui/form-dialog';
import { RoleBoxes } from './role-boxes';
import { usePeopleAct, type Role } from './use-people';

/** Nobody becomes administrator by invitation, and only an administrator invites finance. */
const INVITABLE: readonly Role[] = ['reviewer', 'manager', 'artist'];

/** Asks somebody by mail to join. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const offered = session?.person.roles.includes('admin') ? [...INVITABLE, 'finance' as const] : INVITABLE;
  const invite = usePeopleAct(
    () => unwrap(api.POST('/api/v1/invitations', { body: { name: name.trim(), email, roles } })),
    (person) => {
      notifications.show({ message: `A mail is on its way to ${person.email}.` });
      onClose();
    },
  );
  return (
    <FormDialog
      opened
      title="Invite somebody"
      confirm="Send the invitation"
      isBusy={invite.isPending}
      isReady={name.trim() !== '' && email !== '' && roles.length > 0}
      error={invite.error}
      onConfirm={() => invite.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        required
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="E-mail"
        type="email"
        description="The link in the mail works once, for seven days"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <RoleBoxes offered={offered} roles={roles} onChange={setRoles} />
    </FormDialog>
  );
}
