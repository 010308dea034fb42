import { Avatar, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, unwrap } from '../api/client';
import { changeSession, type Session } from '../api/session';
import { StepUpDialog } from '../features/session/step-up-dialog';
import { NoticesBell } from '../features/notices/notices-bell';

function AccountMenu({ session }: { session: Session }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = async () => {
    await unwrap(api.DELETE('/api/v1/session'));
    changeSession(queries, null);
    await navigate({ to: '/' });
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton aria-label={`Account of ${session.person.name}`}>
          <Avatar name={session.person.name} color="ember" variant="filled" size={34} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.person.email}</Menu.Label>
        <Menu.Item component={Link} to="/account/security">
          Security
        </Menu.Item>
        <Menu.Item onClick={() => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark')}>
          {colorScheme === 'dark' ? 'Light colours' : 'Dark colours'}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What stands in the corner for whoever is signed in. Loaded apart: visitors of the gallery need none of it. */
export function AccountCorner({ session }: { session: Session }) {
  return (
    <>
      {session.gate === null && <NoticesBell />}
      <AccountMenu session={session} />
      <StepUpDialog session={session} />
    </>
  );
}
