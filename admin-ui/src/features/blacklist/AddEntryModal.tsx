// SPDX-License-Identifier: Apache-2.0
import { Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { Cancel, FormEnd, showAtField } from '@/components/FormEnd';
import { useAddEntry } from './api';

interface AddEntryModalProps {
  opened: boolean;
  onClose: () => void;
  onAdded: (address: string) => void;
}

export function AddEntryModal({ opened, onClose, onAdded }: AddEntryModalProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add an address to the blacklist" centered>
      <AddEntryForm
        onDone={(address) => {
          onClose();
          onAdded(address);
        }}
        onCancel={onClose}
      />
    </Modal>
  );
}

const terms = [
  { value: '', label: 'Until it is released' },
  { value: '1', label: 'For a day' },
  { value: '7', label: 'For a week' },
  { value: '30', label: 'For 30 days' },
  { value: '365', label: 'For a year' },
];

interface AddEntryFormProps {
  onDone: (address: string) => void;
  onCancel: () => void;
}

function AddEntryForm({ onDone, onCancel }: AddEntryFormProps) {
  const add = useAddEntry();
  const form = useForm({
    initialValues: { address: '', comment: '', days: '' },
    validate: {
      address: (value) =>
        value.trim() === '' ? 'An address such as 192.0.2.1, or a network such as 192.0.2.0/24' : null,
    },
  });
  const submit = form.onSubmit(({ address, comment, days }) => {
    add.mutate(
      {
        address: address.trim(),
        comment: comment.trim() || undefined,
        days: days === '' ? undefined : Number(days),
      },
      {
        onSuccess: (entry) => {
          notifications.show({ message: `${entry.address} is on the list`, color: 'teal' });
          onDone(entry.address);
        },
        onError: (error) => showAtField(form, error),
      },
    );
  });
  return (
    <form onSubmit={submit} noValidate aria-label="Add an address">
      <Stack>
        <TextInput
          label="Address or network"
          placeholder="192.0.2.1"
          data-autofocus
          {...form.getInputProps('address')}
        />
        <TextInput label="Comment" placeholder="Why it is blocked" {...form.getInputProps('comment')} />
        <Select label="How long" data={terms} allowDeselect={false} {...form.getInputProps('days')} />
        <FormEnd
          form={form}
          sending={add}
          failed="Nothing was added"
          action="Add to the blacklist"
          aside={<Cancel onClick={onCancel} />}
        />
      </Stack>
    </form>
  );
}
