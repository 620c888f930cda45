// SPDX-License-Identifier: Apache-2.0
import { Badge, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { RoleBadge } from '@/components/RoleBadge';
import { When } from '@/components/When';
import { useSession } from '@/lib/session';
import type { User } from '@/lib/types';
import classes from './people.module.css';

export function UsersTable({ users, onOpen }: { users: User[]; onOpen: (name: string) => void }) {
  return (
    <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Name</Table.Th>
          <Table.Th>Role</Table.Th>
          <Table.Th visibleFrom="md">Groups</Table.Th>
          <Table.Th visibleFrom="sm">Last sign-in</Table.Th>
          <Table.Th visibleFrom="sm">State</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {users.map((user) => (
          <UserRow key={user.name} user={user} onOpen={() => onOpen(user.name)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function UserRow({ user, onOpen }: { user: User; onOpen: () => void }) {
  const isOneself = useSession().user === user.name;
  return (
    <Table.Tr className={classes.row} onClick={onOpen}>
      <Table.Td className={classes.cell}>
        {/* The row is for the mouse, the button for everyone. */}
        <UnstyledButton className={classes.name} aria-label={`Details of ${user.name}`}>
          {user.name}
        </UnstyledButton>
        {isOneself && (
          <Text size="xs" c="dimmed">
            you
          </Text>
        )}
        <Group gap={4} mt={4} hiddenFrom="sm">
          <Standing of={user} />
        </Group>
      </Table.Td>
      <Table.Td>
        <RoleBadge role={user.role} />
        {user.role !== user.ownRole && (
          <Text size="xs" c="dimmed">
            by a group
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="md" className={classes.cell}>
        {user.groups.length === 0 ? <None /> : user.groups.join(', ')}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <When at={user.signedInAt} ago />
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Group gap={4}>
          <Standing of={user} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

export function None() {
  return (
    <Text span inherit c="dimmed">
      none
    </Text>
  );
}

/** Only what is out of the ordinary is marked. */
function Standing({ of: user }: { of: User }) {
  return (
    <>
      {user.disabled && (
        <Badge miw="max-content" variant="light" color="red" tt="none">
          Disabled
        </Badge>
      )}
      {user.mustChangePassword && (
        <Badge miw="max-content" variant="light" color="yellow" tt="none">
          Password to be changed
        </Badge>
      )}
    </>
  );
}
