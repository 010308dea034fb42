import { Alert, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { FormDialog } from '../../ui/form-dialog';
import { oneOf } from '../../ui/use-filters';
import { RoleBoxes } from './role-boxes';
import { PERSON_ROLES, usePeopleAct, type Person, type Role } from './use-people';

const rolesOf = (person: Person): Role[] => person.roles.flatMap((role) => oneOf(PERSON_ROLES, role) ?? []);

/** What somebody may do from now on. */
export function RolesDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const [roles, setRoles] = useState(rolesOf(person));
  const [reason, setReason] = useState('');
  const change = usePeopleAct(
    () =>
      unwrap(
        api.PUT('/api/v1/people/{id}/roles', {
          params: { path: { id: person.id } },
          body: { roles, reason },
        }),
      ),
    ({ proposalId }) => {
      if (proposalId !== null)
        notifications.show({ message: 'Proposed. A second person confirms it on this page.' });
      onClose();
    },
  );
  const isNewAdmin = roles.includes('admin') && !person.roles.includes('admin');
  return (
    <FormDialog
      opened
      title={`Roles of ${person.name}`}
      confirm={isNewAdmin ? 'Propose it' : 'Change them'}
      isBusy={change.isPending}
      isReady={roles.length > 0 && reason.trim().length >= 3}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
      onClose={onClose}
    >
      <RoleBoxes offered={PERSON_ROLES} roles={roles} onChange={setRoles} />
      {isNewAdmin && (
        <Alert color="yellow" variant="light">
          A new administrator takes two: a manager or another administrator must confirm it.
        </Alert>
      )}
      <Textarea
        label="Reason"
        description="For the record; they read it too"
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
