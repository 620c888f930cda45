// SPDX-License-Identifier: Apache-2.0
import { Badge, Group, Tooltip } from '@mantine/core';
import { capitalised } from '@/lib/format';
import type { Condition, DeviceState } from '@/lib/types';

const looks: Record<Condition['kind'], { label: string; color: string }> = {
  silent: { label: 'Silent', color: 'red' },
  'clock-off': { label: 'Clock off', color: 'orange' },
  waiting: { label: 'Waiting', color: 'yellow' },
  unheard: { label: 'Unheard', color: 'red' },
};

/** What an operator should know of the device, or that all is well. */
export function Health({ of: { conditions, standing, registration } }: { of: DeviceState }) {
  if (conditions.length > 0) {
    return (
      <Group gap={4}>
        {conditions.map(({ kind, detail }) => (
          <Tooltip key={kind} label={capitalised(detail)}>
            <Badge miw="max-content" variant="light" color={looks[kind].color}>
              {looks[kind].label}
            </Badge>
          </Tooltip>
        ))}
      </Group>
    );
  }
  const off = standing === 'disabled' || registration?.device.enabled === false;
  const [label, color] = off
    ? ['Disabled', 'gray']
    : standing === undefined
      ? ['No file yet', 'gray']
      : ['Well', 'teal'];
  return (
    <Badge miw="max-content" variant="light" color={color}>
      {label}
    </Badge>
  );
}
