// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Table, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '@/components/EmptyState';
import { PlusIcon } from '@/components/icons';
import { RoleBadge } from '@/components/RoleBadge';
import { SearchedList } from '@/components/SearchedList';
import type { Group } from '@/lib/types';
import { groupsQuery } from './api';
import { AddGroupForm, ChangeGroupForm } from './GroupForm';
import type { ListProps } from './list';
import classes from './people.module.css';
import { None } from './UsersTable';

export function Groups({ text, onText, open, onOpen }: ListProps) {
  const groups = useQuery(groupsQuery);
  const [adding, add] = useDisclosure(false);
  const shown = groups.data?.groups.find(({ name }) => name === open);
  const close = () => onOpen(undefined);
  return (
    <>
      <SearchedList
        query={groups}
        what="the groups"
        rows={(list) => list.groups}
        words={({ name, role, members }) => [name, role, ...members].join(' ')}
        placeholder="Name, role or member"
        text={text}
        onText={onText}
        aside={
          <Button leftSection={<PlusIcon />} onClick={add.open}>
            Add a group
          </Button>
        }
        none={
          <EmptyState title="There is no group">
            A group gives each of its members a role. Who has a role of one’s own keeps it.
          </EmptyState>
        }
      >
        {(found) => <GroupsTable groups={found} onOpen={onOpen} />}
      </SearchedList>
      <Modal opened={adding} onClose={add.close} title="Add a group" centered>
        <AddGroupForm onDone={add.close} />
      </Modal>
      <Modal opened={shown !== undefined} onClose={close} title={`Change ${shown?.name ?? ''}`} centered>
        {shown && <ChangeGroupForm key={JSON.stringify(shown)} group={shown} onDone={close} />}
      </Modal>
    </>
  );
}

function GroupsTable({ groups, onOpen }: { groups: Group[]; onOpen: (name: string) => void }) {
  return (
    <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Name</Table.Th>
          <Table.Th>Role</Table.Th>
          <Table.Th>Members</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map(({ name, role, members }) => (
          <Table.Tr key={name} className={classes.row} onClick={() => onOpen(name)}>
            <Table.Td className={classes.cell}>
              {/* The row is for the mouse, the button for everyone. */}
              <UnstyledButton className={classes.name} aria-label={`Details of ${name}`}>
                {name}
              </UnstyledButton>
            </Table.Td>
            <Table.Td>
              <RoleBadge role={role} />
            </Table.Td>
            <Table.Td className={classes.cell}>
              {members.length === 0 ? <None /> : members.join(', ')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
