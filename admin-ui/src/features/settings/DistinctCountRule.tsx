// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Panel } from '@/components/Panel';
import type { DefenseSettings } from '@/lib/types';
import { InlineNumber, Sentence } from './InlineNumber';
import { ModeChoice, WhatCounts } from './RuleChoices';
import { ranges } from './validation';

interface DistinctCountRuleProps {
  form: UseFormReturnType<DefenseSettings>;
  field: 'portScan' | 'ipScan';
  title: string;
  before: string;
  between: string;
}

/** The rule as a sentence with two numbers to edit. */
export function DistinctCountRule({ form, field, title, before, between }: DistinctCountRuleProps) {
  return (
    <Panel title={title} aside={<ModeChoice rule={title} {...form.getInputProps(`${field}.mode`)} />}>
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
    </Panel>
  );
}
