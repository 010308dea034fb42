import { Badge, Button, Group, Menu, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { When } from '../../ui/amounts';
import { StateBadge } from '../../ui/state-badge';
import { ReasonDialog, type ReasonedAct } from './reason-dialog';
import { RolesDialog } from './roles-dialog';
import { stateWords, usePeopleAct, type Person } from './use-people';

type Open = 'roles' | ReasonedAct | null;

const isInvited = (person: Person): boolean => stateWords(person) === 'invited';

function Facts({ person }: { person: Person }) {
  const isStaff = person.roles.some((role) => role !== 'artist');
  return (
    <Text size="sm" c="dimmed">
      {person.email} ·{' '}
      {person.hasSecondFactor
        ? 'second factor set up'
        : isStaff
          ? 'no second factor yet'
          : 'no second factor'}{' '}
      · {person.lastSeenAt === null ? 'never signed in' : 'seen '}
      {person.lastSeenAt !== null && <When at={person.lastSeenAt} />}
    </Text>
  );
}

function Actions({ person, onOpen }: { person: Person; onOpen: (dialog: Open) => void }) {
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="default" aria-label={`Change ${person.name}`}>
          Change
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onOpen('roles')}>Roles</Menu.Item>
        <Menu.Item onClick={() => onOpen('end_sessions')}>Sign out everywhere</Menu.Item>
        {person.hasSecondFactor && (
          <Menu.Item onClick={() => onOpen('clear_factor')}>Lost the second factor</Menu.Item>
        )}
        {person.state === 'closed' ? (
          <Menu.Item onClick={() => onOpen('reopen')}>Open the account again</Menu.Item>
        ) : (
          <Menu.Item color="red" onClick={() => onOpen('close')}>
            Close the account
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** One person and what may be done about them. */
export function PersonRow({
  person,
  isMe,
  mayChange,
}: {
  person: Person;
  isMe: boolean;
  mayChange: boolean;
}) {
  const [open, setOpen] = useState<Open>(null);
  const again = usePeopleAct(
    () => unwrap(api.POST('/api/v1/people/{id}/invitation', { params: { path: { id: person.id } } })),
    () => notifications.show({ message: `A new link is on its way to ${person.email}.` }),
  );
  const close = () => setOpen(null);
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start" wrap="wrap">
        <Stack gap={4}>
          <Group gap="xs">
            <Text fw={600}>{person.name}</Text>
            {person.roles.map((role) => (
              <Badge key={role} variant="default" styles={{ label: { textTransform: 'none' } }}>
                {role}
              </Badge>
            ))}
            {person.state !== 'active' && <StateBadge state={stateWords(person)} />}
            {isMe && <Text size="sm">you</Text>}
          </Group>
          <Facts person={person} />
        </Stack>
        <Group gap="xs">
          {isInvited(person) && (
            <Button variant="subtle" loading={again.isPending} onClick={() => again.mutate(undefined)}>
              Invite again
            </Button>
          )}
          {mayChange && !isMe && <Actions person={person} onOpen={setOpen} />}
        </Group>
      </Group>
      {open === 'roles' && <RolesDialog person={person} onClose={close} />}
      {open !== null && open !== 'roles' && <ReasonDialog act={open} person={person} onClose={close} />}
    </Paper>
  );
}
