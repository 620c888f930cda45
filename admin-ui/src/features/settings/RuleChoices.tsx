// SPDX-License-Identifier: Apache-2.0
import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import type { CountedActions, RuleMode } from '@/lib/types';
import { Sentence } from './InlineNumber';

interface ModeChoiceProps {
  rule: string;
  value?: RuleMode;
  disabled?: boolean;
  onChange?: (mode: RuleMode) => void;
}

const modes: { value: RuleMode; label: string }[] = [
  { value: 'enforce', label: 'Enforce' },
  { value: 'observe', label: 'Observe' },
  { value: 'off', label: 'Off' },
];

/** Observe: it is recorded what would have been listed. */
export function ModeChoice({ rule, value, disabled = false, onChange }: ModeChoiceProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={`${rule}: mode`}
      data={modes}
      disabled={disabled}
      {...(value === undefined ? {} : { value })}
      onChange={(mode) => onChange?.(mode as RuleMode)}
    />
  );
}

interface WhatCountsProps {
  rule: string;
  value?: CountedActions;
  disabled?: boolean;
  onChange?: (actions: CountedActions) => void;
}

const actions: { value: CountedActions; label: string }[] = [
  { value: 'all', label: 'everything that was logged' },
  { value: 'denied', label: 'only what the firewall denied' },
];

export function WhatCounts({ rule, value, disabled = false, onChange }: WhatCountsProps) {
  return (
    <Sentence>
      <Text span>Count</Text>
      <Group gap={4}>
        <Select
          aria-label={`${rule}: counted actions`}
          data={actions}
          disabled={disabled}
          value={value ?? null}
          onChange={(chosen) => chosen !== null && onChange?.(chosen as CountedActions)}
          allowDeselect={false}
          w={250}
        />
      </Group>
    </Sentence>
  );
}
