// SPDX-License-Identifier: Apache-2.0
import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Cancel, FormEnd, showAtField } from '@/components/FormEnd';
import type { HandedOver } from '@/lib/types';
import { useAddUser } from './api';
import { nameFieldProps } from './nameField';
import { UserFields, type UserValues } from './UserFields';

interface AddUserModalProps {
  opened: boolean;
  onClose: () => void;
  onAdded: (made: HandedOver) => void;
}

export function AddUserModal({ opened, onClose, onAdded }: AddUserModalProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add a user" centered>
      <AddUserForm onCancel={onClose} onAdded={onAdded} />
    </Modal>
  );
}

function AddUserForm({ onCancel, onAdded }: { onCancel: () => void; onAdded: (made: HandedOver) => void }) {
  const add = useAddUser();
  const form = useForm<UserValues>({
    initialValues: { name: '', role: 'viewer', groups: [], disabled: false },
    validate: { name: (value) => (value.trim() === '' ? 'The name to sign in with' : null) },
  });
  const submit = form.onSubmit(({ name, role, groups }) =>
    add.mutate(
      { name: name.trim(), role, groups },
      {
        onSuccess: onAdded,
        onError: (error) => showAtField(form, error),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate aria-label="Add a user">
      <Stack>
        <TextInput {...nameFieldProps} placeholder="j.doe" {...form.getInputProps('name')} />
        <UserFields form={form} />
        <Text size="sm" c="dimmed">
          A password for the first sign-in is made and shown to you once.
        </Text>
        <FormEnd
          form={form}
          sending={add}
          failed="Nobody was added"
          action="Add the user"
          aside={<Cancel onClick={onCancel} />}
        />
      </Stack>
    </form>
  );
}
