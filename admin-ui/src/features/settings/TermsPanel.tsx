// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Panel } from '@/components/Panel';
import { useMay } from '@/lib/session';
import type { DefenseSettings } from '@/lib/types';
import { InlineNumber, Sentence } from './InlineNumber';
import { ranges } from './validation';

export function TermsPanel({ form }: { form: UseFormReturnType<DefenseSettings> }) {
  return (
    <Panel title="How long, and who is one source">
      <Stack gap={4}>
        <Sentence>
          <Text span>An entry is released when it was not seen for</Text>
          <InlineNumber
            label="Block window in days"
            range={ranges.blockWindowDays}
            {...form.getInputProps('blockWindowDays')}
          />
          <Text span>days.</Text>
        </Sentence>
        <Sentence>
          <Text span>Log records are kept for</Text>
          <InlineNumber
            label="Log retention in days"
            range={ranges.logRetentionDays}
            {...form.getInputProps('logRetentionDays')}
          />
          <Text span>days.</Text>
        </Sentence>
        <Sentence>
          <Text span>An IPv6 source is</Text>
          <SegmentedControl
            size="xs"
            aria-label="IPv6 source"
            data={[
              { value: '64', label: 'a whole /64' },
              { value: '128', label: 'a single address' },
            ]}
            disabled={!useMay('admin')}
            value={String(form.values.ipv6SourcePrefix)}
            onChange={(prefix) => form.setFieldValue('ipv6SourcePrefix', Number(prefix))}
          />
        </Sentence>
        <Switch
          label="What looks like answers waits for an operator"
          description="A scan whose events all come from one well-known port, such as 53, and go to ports above 1023."
          {...form.getInputProps('holdAnswers', { type: 'checkbox' })}
        />
      </Stack>
    </Panel>
  );
}
