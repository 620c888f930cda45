// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { ApiError } from '@/lib/api';
import { useRegisterDevice } from './api';
import { decisionOf, DeviceFields, isField, valuesOf, type DeviceValues } from './DeviceFields';

interface RegisterModalProps {
  opened: boolean;
  onClose: () => void;
}

export function RegisterModal({ opened, onClose }: RegisterModalProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Register a device" centered>
      <RegisterForm onDone={onClose} />
    </Modal>
  );
}

function RegisterForm({ onDone }: { onDone: () => void }) {
  const register = useRegisterDevice();
  const form = useForm<DeviceValues>({
    initialValues: valuesOf('', undefined),
    validate: {
      name: (value) => (value.trim() === '' ? 'The name of its log file, without .log' : null),
    },
  });
  const submit = form.onSubmit((values) => {
    const name = values.name.trim();
    register.mutate(
      { name, ...decisionOf(values) },
      {
        onSuccess: () => {
          notifications.show({ message: `${name} is registered`, color: 'teal' });
          onDone();
        },
        onError: (error) => {
          if (error instanceof ApiError && isField(error.field)) {
            form.setFieldError(error.field, error.atField);
          }
        },
      },
    );
  });
  const elsewhere = register.error !== null && Object.keys(form.errors).length === 0;
  return (
    <form onSubmit={submit} noValidate aria-label="Register a device">
      <Stack>
        <TextInput
          label="Name"
          description="As it calls itself in syslog: its log file’s name, without .log."
          placeholder="PA-EDGE-1"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <DeviceFields form={form} />
        {elsewhere && (
          <Alert color="red" title="Nothing was registered" role="alert">
            {register.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={register.isPending}>
            Register
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
