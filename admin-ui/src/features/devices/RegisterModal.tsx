// SPDX-License-Identifier: Apache-2.0
import { Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Cancel, FormEnd, showAtField } from '@/components/FormEnd';
import { useRegisterDevice } from './api';
import { decisionOf, DeviceFields, valuesOf, type DeviceValues } from './DeviceFields';

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
        onSuccess: onDone,
        onError: (error) => showAtField(form, error),
      },
    );
  });
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
        <FormEnd
          form={form}
          sending={register}
          failed="Nothing was registered"
          action="Register"
          aside={<Cancel onClick={onDone} />}
        />
      </Stack>
    </form>
  );
}
