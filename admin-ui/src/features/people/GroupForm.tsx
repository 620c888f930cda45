// SPDX-License-Identifier: Apache-2.0
import { MultiSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ConfirmedButton } from '@/components/ConfirmedButton';
import { Cancel, FormEnd, showAtField } from '@/components/FormEnd';
import { RoleSelect } from '@/components/RoleSelect';
import type { Group, NewGroup } from '@/lib/types';
import { useAddGroup, useChangeGroup, useRemoveGroup, usersQuery } from './api';
import { nameFieldProps } from './nameField';

export function AddGroupForm({ onDone }: { onDone: () => void }) {
  const add = useAddGroup();
  return (
    <GroupForm
      group={{ name: '', role: 'viewer', members: [] }}
      isNew
      sending={add}
      action="Add the group"
      onDone={onDone}
      aside={<Cancel onClick={onDone} />}
    />
  );
}

export function ChangeGroupForm({ group, onDone }: { group: Group; onDone: () => void }) {
  const change = useChangeGroup(group.name);
  return (
    <GroupForm
      group={group}
      sending={change}
      action="Save"
      onDone={onDone}
      aside={<Remove group={group} onRemoved={onDone} />}
    />
  );
}

interface Sending {
  mutate: (group: NewGroup, then: { onSuccess: () => void; onError: (error: Error) => void }) => void;
  isPending: boolean;
  error: Error | null;
}

interface GroupFormProps {
  group: Group;
  isNew?: boolean;
  sending: Sending;
  action: string;
  onDone: () => void;
  aside: ReactNode;
}

function GroupForm({ group, isNew = false, sending, action, onDone, aside }: GroupFormProps) {
  const users = useQuery(usersQuery);
  const form = useForm<Group>({
    initialValues: group,
    validate: { name: (value) => (value.trim() === '' ? 'What the group is called' : null) },
  });
  const submit = form.onSubmit(({ name, role, members }) =>
    sending.mutate(
      { name: name.trim(), role, members },
      {
        onSuccess: () => {
          notifications.show({ message: `The group ${name.trim()} is saved`, color: 'teal' });
          onDone();
        },
        onError: (error) => showAtField(form, error),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate aria-label={isNew ? 'Add a group' : `Change ${group.name}`}>
      <Stack>
        {isNew && <TextInput {...nameFieldProps} placeholder="night-shift" {...form.getInputProps('name')} />}
        <RoleSelect
          label="Role"
          description="That each member has at least."
          {...form.getInputProps('role')}
        />
        <MultiSelect
          label="Members"
          description={users.error ? `The users could not be loaded. ${users.error.message}` : undefined}
          data={users.data?.users.map(({ name }) => name) ?? []}
          placeholder={form.values.members.length === 0 ? 'None' : ''}
          nothingFoundMessage="No such user"
          searchable
          clearable
          {...form.getInputProps('members')}
        />
        <FormEnd
          form={form}
          sending={sending}
          failed="Nothing was changed"
          action={action}
          idle={!isNew && !form.isDirty()}
          aside={aside}
        />
      </Stack>
    </form>
  );
}

function Remove({ group, onRemoved }: { group: Group; onRemoved: () => void }) {
  return (
    <ConfirmedButton
      label="Remove"
      variant="light"
      color="red"
      mr="auto"
      title={`Remove the group ${group.name}?`}
      action="Remove the group"
      doing={useRemoveGroup(group.name)}
      onDone={() => {
        notifications.show({ message: `The group ${group.name} is removed`, color: 'teal' });
        onRemoved();
      }}
    >
      Its members stay, with the role that they have without it.
    </ConfirmedButton>
  );
}
