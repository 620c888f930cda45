// SPDX-License-Identifier: Apache-2.0
import { notifications } from '@mantine/notifications';

/** Something was done that the page shows nowhere else. Told by whoever sends it: the form may be gone by then. */
export function done(message: string): void {
  notifications.show({ message, color: 'teal' });
}
