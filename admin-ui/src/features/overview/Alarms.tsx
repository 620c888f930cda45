// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { WarningIcon } from '@/components/icons';
import { useNow } from '@/components/useNow';
import { components } from '@/lib/components';
import type { Status } from '@/lib/types';

/** What an operator should see before anything else. */
export function Alarms({ status }: { status: Status }) {
  const now = useNow();
  const down = components(status, now).filter(({ health }) => health === 'down');
  if (status.on && down.length === 0) {
    return null;
  }
  return (
    <Stack gap="xs">
      {!status.on && (
        <Alert color="yellow" icon={<WarningIcon />} title="The system is off" role="alert">
          No source is being detected; log lines wait.{' '}
          <Anchor component={Link} to="/system" size="sm">
            To the switch
          </Anchor>
        </Alert>
      )}
      {down.map(({ name, detail }) => (
        <Alert key={name} color="red" icon={<WarningIcon />} title={`${name} is down`} role="alert">
          {detail}. The list is served as it is.
        </Alert>
      ))}
    </Stack>
  );
}
