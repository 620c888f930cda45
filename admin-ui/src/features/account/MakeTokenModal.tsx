// SPDX-License-Identifier: Apache-2.0
import { Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Cancel, FormEnd, showAtField } from '@/components/FormEnd';
import { RoleSelect } from '@/components/RoleSelect';
import { useSession } from '@/lib/session';
import type { MadeToken, Role } from '@/lib/types';
import { useMakeToken } from './api';

interface MakeTokenModalProps {
  opened: boolean;
  onClose: () => void;
  onMade: (made: MadeToken) => void;
}

export function MakeTokenModal({ opened, onClose, onMade }: MakeTokenModalProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Make an API token" centered>
      <MakeTokenForm onCancel={onClose} onMade={onMade} />
    </Modal>
  );
}

const terms = [
  { value: '7', label: 'In a week' },
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
];

interface TokenValues {
  name: string;
  role: Role;
  days: string;
}

function MakeTokenForm({ onCancel, onMade }: { onCancel: () => void; onMade: (made: MadeToken) => void }) {
  const { role: most } = useSession();
  const make = useMakeToken();
  const form = useForm<TokenValues>({
    initialValues: { name: '', role: 'viewer', days: '90' },
    validate: { name: (value) => (value.trim() === '' ? 'What it is for, such as siem-export' : null) },
  });
  const submit = form.onSubmit(({ name, role, days }) =>
    make.mutate(
      { name: name.trim(), role, days: Number(days) },
      {
        onSuccess: onMade,
        onError: (error) => showAtField(form, error),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate aria-label="Make an API token">
      <Stack>
        <TextInput
          label="Name"
          description="What it is for: small letters, digits, dots and dashes."
          placeholder="siem-export"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <RoleSelect
          label="Role"
          description="What calls with it may do at most; never more than you may."
          most={most}
          {...form.getInputProps('role')}
        />
        <Select label="Expires" data={terms} allowDeselect={false} {...form.getInputProps('days')} />
        <FormEnd
          form={form}
          sending={make}
          failed="No token was made"
          action="Make the token"
          aside={<Cancel onClick={onCancel} />}
        />
      </Stack>
    </form>
  );
}
