// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Panel } from '@/components/Panel';
import type { DefenseSettings } from '@/lib/types';
import { InlineNumber, Sentence } from './InlineNumber';
import { ranges } from './validation';

export function DevicesPanel({ form }: { form: UseFormReturnType<DefenseSettings> }) {
  return (
    <Panel title="Devices" note="What is read already goes on, whatever is chosen here.">
      <Stack gap={4}>
        <Sentence>
          <Text span>A new device</Text>
          <SegmentedControl
            size="xs"
            aria-label="New devices"
            data={[
              { value: 'accept', label: 'is read' },
              { value: 'wait', label: 'waits for approval' },
            ]}
            {...form.getInputProps('devices.newDevices')}
          />
        </Sentence>
        <Sentence>
          <Text span>and waits in any case where there are</Text>
          <InlineNumber
            label="Most devices"
            range={ranges.mostDevices}
            {...form.getInputProps('devices.mostDevices')}
          />
          <Text span>devices.</Text>
        </Sentence>
        <Sentence>
          <Text span>A device is silent that sent no line for</Text>
          <InlineNumber
            label="Silence in minutes"
            range={ranges.silenceMinutes}
            {...form.getInputProps('devices.silenceMinutes')}
          />
          <Text span>minutes (0: none ever is).</Text>
        </Sentence>
        <Sentence>
          <Text span>A clock is told that is off by more than</Text>
          <InlineNumber
            label="Clock skew in seconds"
            range={ranges.clockSkewSeconds}
            {...form.getInputProps('devices.clockSkewSeconds')}
          />
          <Text span>seconds.</Text>
        </Sentence>
      </Stack>
    </Panel>
  );
}
