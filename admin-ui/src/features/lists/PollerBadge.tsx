// SPDX-License-Identifier: Apache-2.0
import { Badge } from '@mantine/core';
import type { PollerView } from '@/lib/types';
import { conditions } from './words';

export function PollerBadge({ poller: { condition } }: { poller: PollerView }) {
  return (
    <Badge miw="max-content" variant="light" color={conditions[condition].color}>
      {conditions[condition].label}
    </Badge>
  );
}
