// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { WarningIcon } from '@/components/icons';
import { capitalised } from '@/lib/format';
import type { Status } from '@/lib/types';

/** What an operator should see before anything else. */
export function Alarms({ status }: { status: Status }) {
  const troubled = status.components.filter(({ up }) => !up);
  if (status.on !== false && troubled.length === 0) {
    return null;
  }
  return (
    <Stack gap="xs">
      {status.on === false && (
        <Alert color="yellow" icon={<WarningIcon />} title="The system is off" role="alert">
          No source is being detected; log lines wait.{' '}
          <Anchor component={Link} to="/system" size="sm">
            To the switch
          </Anchor>
        </Alert>
      )}
      {troubled.map(({ name, detail }) => (
        <Alert
          key={name}
          color="red"
          icon={<WarningIcon />}
          title={`${capitalised(name)} needs attention`}
          role="alert"
        >
          {capitalised(detail ?? 'it does not do its work')}
        </Alert>
      ))}
    </Stack>
  );
}
