// SPDX-License-Identifier: Apache-2.0
import { Button, Drawer, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { PlusIcon } from '@/components/icons';
import { SearchedList } from '@/components/SearchedList';
import { SecretModal } from '@/components/SecretModal';
import type { HandedOver } from '@/lib/types';
import { AddUserModal } from './AddUserModal';
import { usersQuery } from './api';
import type { ListProps } from './list';
import { UserDetails } from './UserDetails';
import { UsersTable } from './UsersTable';

export function Users({ text, onText, open, onOpen }: ListProps) {
  const users = useQuery(usersQuery);
  const [adding, add] = useDisclosure(false);
  const [handed, hand] = useState<HandedOver>();
  const shown = users.data?.users.find(({ name }) => name === open);
  return (
    <>
      <SearchedList
        query={users}
        what="the users"
        rows={(list) => list.users}
        words={({ name, role, groups }) => [name, role, ...groups].join(' ')}
        placeholder="Name, role or group"
        text={text}
        onText={onText}
        aside={
          <Button leftSection={<PlusIcon />} onClick={add.open}>
            Add a user
          </Button>
        }
        none={<EmptyState title="There is no user">Add the first one.</EmptyState>}
      >
        {(found) => <UsersTable users={found} onOpen={onOpen} />}
      </SearchedList>
      <AddUserModal
        opened={adding}
        onClose={add.close}
        onAdded={(made) => {
          add.close();
          hand(made);
        }}
      />
      <Drawer
        opened={shown !== undefined}
        onClose={() => onOpen(undefined)}
        position="right"
        size="lg"
        title={
          <Text span fw={650} size="lg" style={{ overflowWrap: 'anywhere' }}>
            {shown?.name}
          </Text>
        }
      >
        {shown && (
          <UserDetails key={shown.name} user={shown} onHanded={hand} onClose={() => onOpen(undefined)} />
        )}
      </Drawer>
      <SecretModal
        title={`The password of ${handed?.user.name ?? ''}`}
        label="Password"
        secret={handed?.password}
        onClose={() => hand(undefined)}
      >
        Hand it over in a way that only {handed?.user.name} sees. It is good for the next sign-in only, which
        asks for another one.
      </SecretModal>
    </>
  );
}
