// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Kbd, Menu, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PersonIcon } from '@/components/icons';
import { RoleBadge } from '@/components/RoleBadge';
import { GuideMenuItem } from '@/features/guide/GuideMenuItem';
import { useMay, useSession } from '@/lib/session';
import { useSignOut } from './api';

export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const { user, role } = useSession();
  const mayGuide = useMay('admin');
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={240} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" size="sm" px="xs" aria-label={`Your account: ${user}`}>
          <PersonIcon />
          <Text span size="sm" fw={500} ml={6} maw={160} truncate visibleFrom="sm">
            {user}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm" truncate>
              {user}
            </Text>
            <RoleBadge role={role} />
          </Group>
        </Menu.Label>
        {mayGuide && <GuideMenuItem />}
        <Menu.Item renderRoot={(props) => <Link {...props} to="/account" search={{ tab: 'password' }} />}>
          Change Password
        </Menu.Item>
        <Menu.Item renderRoot={(props) => <Link {...props} to="/account" search={{ tab: 'sessions' }} />}>
          Where you are signed in
        </Menu.Item>
        <Menu.Item renderRoot={(props) => <Link {...props} to="/account" search={{ tab: 'tokens' }} />}>
          API tokens
        </Menu.Item>
        <Menu.Item renderRoot={(props) => <Link {...props} to="/account" search={{ tab: 'preferences' }} />}>
          Preferences
        </Menu.Item>
        <Menu.Item onClick={onKeys} rightSection={<Kbd size="xs">?</Kbd>}>
          Keyboard keys
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => signOut.mutate()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
