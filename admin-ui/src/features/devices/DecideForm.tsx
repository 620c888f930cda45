// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { showAtField } from '@/components/FormEnd';
import { useMay } from '@/lib/session';
import type { DeviceState } from '@/lib/types';
import { useDecide, useForgetDevice } from './api';
import { decisionOf, DeviceFields, valuesOf, type DeviceValues } from './DeviceFields';

export function DecideForm({ device }: { device: DeviceState }) {
  const mayDecide = useMay('operator');
  const decide = useDecide(device.name, 'saved');
  const forget = useForgetDevice(device.name);
  const form = useForm<DeviceValues>({
    initialValues: valuesOf(device.name, device.registration?.device),
    enhanceGetInputProps: () => ({ disabled: !mayDecide }),
  });
  const submit = form.onSubmit((values) => {
    decide.mutate(decisionOf(values), {
      onError: (error) => showAtField(form, error),
    });
  });
  const waits = device.conditions.some(({ kind }) => kind === 'waiting');
  const failed = decide.error ?? forget.error;
  return (
    <form onSubmit={submit} noValidate aria-label="Decide" className={mayDecide ? undefined : 'reading'}>
      <Stack>
        <DeviceFields form={form} />
        {failed && (
          <Alert color="red" title="Nothing was changed" role="alert">
            {failed.message}
          </Alert>
        )}
        {mayDecide ? (
          <Group justify="flex-end">
            {device.registration && (
              <Button variant="default" mr="auto" loading={forget.isPending} onClick={() => forget.mutate()}>
                Forget
              </Button>
            )}
            <Button type="submit" loading={decide.isPending}>
              {waits ? 'Approve' : device.registration ? 'Save' : 'Register'}
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            Operators and admins decide about devices.
          </Text>
        )}
      </Stack>
    </form>
  );
}
