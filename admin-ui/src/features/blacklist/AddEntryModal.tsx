// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { ApiError } from '@/lib/api';
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

/** A refusal of anything else is shown below the fields. */
function isOurs(field: string | undefined): field is 'address' | 'comment' {
  return field === 'address' || field === 'comment';
}

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
        onError: (error) => {
          if (error instanceof ApiError && isOurs(error.field)) {
            form.setFieldError(error.field, error.atField);
          }
        },
      },
    );
  });
  const elsewhere = add.error !== null && Object.keys(form.errors).length === 0;
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
        {elsewhere && (
          <Alert color="red" title="Nothing was added" role="alert">
            {add.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending}>
            Add to the blacklist
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
