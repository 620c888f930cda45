// SPDX-License-Identifier: Apache-2.0
import { notifications } from '@mantine/notifications';
import type { DeviceState } from '@/lib/types';
import { useDecide } from './api';

/** To approve a device is to decide that it is read; what was decided before stays. */
export function useApprove({ name, registration }: DeviceState) {
  const decide = useDecide(name, 'approved');
  const { timeZone, logType, format } = registration?.device ?? {};
  const approve = () =>
    decide.mutate(
      { enabled: true, timeZone, logType, format },
      {
        onError: (error) =>
          notifications.show({ title: `${name} is not approved`, message: error.message, color: 'red' }),
      },
    );
  return { approve, approving: decide.isPending };
}
