// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  AppShell,
  Box,
  Burger,
  Group,
  NavLink,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Logo, MoonIcon, SunIcon } from '@/components/icons';
import { Bell } from '@/features/alarms/Bell';
import { AccountMenu } from '@/features/session/AccountMenu';
import { SystemBadge } from '@/features/system/SystemBadge';
import { ConnectionContext, useStream } from '@/lib/live';
import { Keys } from './Keys';
import { useOfferedPages } from './pages';

export function Shell() {
  const connection = useStream();
  const [menuOpen, menu] = useDisclosure(false);
  const [keysShown, keys] = useDisclosure(false);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 256, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a href="#main" className="skip" onClick={focusMain}>
        Skip to the page
      </a>
      <AppShell.Header>
        <Group h="100%" px={{ base: 'xs', sm: 'md' }} gap="xs" wrap="nowrap">
          <Burger opened={menuOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label="Menu" />
          <Box visibleFrom="sm" lh={0}>
            <Logo />
          </Box>
          <Text fw={700} size="lg" mr="auto" truncate>
            Active Defense
          </Text>
          <SystemBadge />
          <Bell />
          <ColorSchemeToggle />
          <AccountMenu onKeys={keys.open} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm">
        <Menu onNavigate={menu.close} />
      </AppShell.Navbar>
      <Keys shown={keysShown} onShow={keys.open} onClose={keys.close} />
      <AppShell.Main className="main" id="main" tabIndex={-1}>
        <ConnectionContext value={connection}>
          <Outlet />
        </ConnectionContext>
      </AppShell.Main>
    </AppShell>
  );
}

/** The address bar's hash belongs to the router, so the link can't use it. */
function focusMain(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function Menu({ onNavigate }: { onNavigate: () => void }) {
  const here = useRouterState({ select: (state) => state.location.pathname });
  const offered = useOfferedPages();
  return (
    <nav aria-label="Pages">
      {offered.map((page) => (
        <NavLink
          key={page.to}
          component={Link}
          to={page.to}
          label={page.label}
          leftSection={page.icon}
          active={here === page.to}
          aria-current={here === page.to ? 'page' : undefined}
          onClick={onNavigate}
          style={{ borderRadius: 'var(--mantine-radius-md)' }}
        />
      ))}
    </nav>
  );
}

function ColorSchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={dark ? 'Light colours' : 'Dark colours'}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <SunIcon /> : <MoonIcon />}
    </ActionIcon>
  );
}
