// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { DefenseSettings } from '@/lib/types';
import { InlineNumber, Sentence } from './InlineNumber';
import { WhatCounts } from './RuleChoices';
import { ranges } from './validation';

interface DistinctCountRuleProps {
  form: UseFormReturnType<DefenseSettings>;
  field: 'portScan' | 'ipScan';
}

export const distinctCountWords = {
  portScan: {
    title: 'Port Scan Attack v1',
    before: 'List a source that tries more than',
    between: 'ports of one destination within',
  },
  ipScan: {
    title: 'Port Scan Attack v2',
    before: 'List a source that tries one port on more than',
    between: 'destinations within',
  },
} as const;

/** The rule as a sentence with two numbers to edit. */
export function DistinctCountRule({ form, field }: DistinctCountRuleProps) {
  const { title, before, between } = distinctCountWords[field];
  return (
    <>
      <Sentence>
        <Text span>{before}</Text>
        <InlineNumber
          label={`${title}: threshold`}
          range={ranges.threshold}
          {...form.getInputProps(`${field}.threshold`)}
        />
        <Text span>{between}</Text>
        <InlineNumber
          label={`${title}: window in minutes`}
          range={ranges.windowMinutes}
          {...form.getInputProps(`${field}.windowMinutes`)}
        />
        <Text span>minutes.</Text>
      </Sentence>
      <WhatCounts rule={title} {...form.getInputProps(`${field}.countedActions`)} />
      <Text size="xs" c="dimmed" mt="xs">
        The window slides with every event. A window of 0 minutes turns the rule off.
      </Text>
    </>
  );
}
