import { AppShell, Burger, Button, Group, NavLink, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useSession } from '../api/session';
import { NAVIGATION, sectionsFor } from './navigation';
import { PaletteButton } from './palette-button';

const AccountCorner = lazy(() =>
  import('./account-corner').then((file) => ({ default: file.AccountCorner })),
);

/** The page of the navigation that an address belongs to: the longest that it begins with. */
const pageOf = (address: string): string | undefined =>
  NAVIGATION.flatMap(({ pages }) => pages.map(({ to }) => to))
    .filter((to) => address === to || address.startsWith(`${to}/`))
    .toSorted((a, b) => b.length - a.length)[0];

/** Header, navigation by role, and the page. Visitors see the public pages and a way to sign in. */
export function Shell() {
  const session = useSession();
  const [isOpen, { toggle, close }] = useDisclosure();
  const current = pageOf(useLocation().pathname);
  const sections = sectionsFor(session);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="lg"
    >
      <a className="skip-link" href="#page">
        Skip to the page
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between">
          <Group gap="sm">
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" />
            <UnstyledButton component={Link} to="/">
              <Text fw={600} size="lg">
                Atelier
              </Text>
            </UnstyledButton>
          </Group>
          {session === null ? (
            <Button component={Link} to="/sign-in" variant="light">
              Sign in
            </Button>
          ) : (
            <Group gap="sm">
              {session.gate === null && <PaletteButton />}
              <Suspense fallback={null}>
                <AccountCorner session={session} />
              </Suspense>
            </Group>
          )}
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Main">
        <div className="scrolls">
          {sections.map((section) => (
            <div key={section.title}>
              <Text size="xs" c="dimmed" fw={600} px="sm" pt="md" pb={4}>
                {section.title}
              </Text>
              {section.pages.map((page) => (
                <NavLink
                  key={page.to}
                  component={Link}
                  to={page.to}
                  label={page.label}
                  leftSection={<page.icon size={18} aria-hidden />}
                  onClick={close}
                  activeOptions={{ exact: page.to !== current }}
                />
              ))}
            </div>
          ))}
        </div>
      </AppShell.Navbar>
      <AppShell.Main id="page">
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}
