// SPDX-License-Identifier: Apache-2.0
import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { systemQuery } from '@/lib/queries';

/** On every page: whether sources are being detected. */
export function SystemBadge() {
  const system = useQuery(systemQuery);
  if (system.isError) {
    return (
      <Badge miw="max-content" color="red" variant="light" role="status">
        No connection
      </Badge>
    );
  }
  if (system.data === undefined) {
    return null;
  }
  return (
    <Badge miw="max-content" color={system.data.on ? 'teal' : 'yellow'} variant="light" role="status">
      {system.data.on ? 'On' : 'Off'}
    </Badge>
  );
}
