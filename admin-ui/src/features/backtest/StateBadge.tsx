// SPDX-License-Identifier: Apache-2.0
import { Badge } from '@mantine/core';
import type { BacktestRun } from '@/lib/types';

const states: Record<BacktestRun['state'], { label: string; color: string }> = {
  RUNNING: { label: 'Running', color: 'blue' },
  DONE: { label: 'Done', color: 'teal' },
  CANCELLED: { label: 'Cancelled', color: 'gray' },
  FAILED: { label: 'Failed', color: 'red' },
};

export function StateBadge({ run: { state } }: { run: BacktestRun }) {
  const { label, color } = states[state];
  return (
    <Badge miw="max-content" variant="light" color={color}>
      {label}
    </Badge>
  );
}
