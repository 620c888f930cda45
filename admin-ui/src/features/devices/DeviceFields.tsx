// SPDX-License-Identifier: Apache-2.0
import { Select, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Device, DeviceDecision } from '@/lib/types';
import { zones } from '@/lib/zone';

/** What the fields hold: an empty choice is none. */
export interface DeviceValues {
  name: string;
  enabled: boolean;
  timeZone: string | null;
  logType: Device['logType'] | null;
  format: Device['format'] | null;
}

export function valuesOf(name: string, device: Device | undefined): DeviceValues {
  return {
    name,
    enabled: device?.enabled ?? true,
    timeZone: device?.timeZone ?? null,
    logType: device?.logType ?? null,
    format: device?.format ?? null,
  };
}

export function decisionOf({ enabled, timeZone, logType, format }: DeviceValues): DeviceDecision {
  return {
    enabled,
    timeZone: timeZone ?? undefined,
    logType: logType ?? undefined,
    format: format ?? undefined,
  };
}

const logTypes = [
  { value: 'traffic', label: 'TRAFFIC' },
  { value: 'threat', label: 'THREAT' },
  { value: 'both', label: 'TRAFFIC and THREAT' },
];

const formats = [
  { value: 'configured', label: 'The custom format' },
  { value: 'extended', label: 'The extended custom format' },
  { value: 'csv', label: 'PAN-OS default (CSV)' },
];

export function DeviceFields({ form }: { form: UseFormReturnType<DeviceValues> }) {
  return (
    <>
      <Switch
        label="Read its lines"
        description="When off, its file keeps them, and reading goes on where it stopped."
        {...form.getInputProps('enabled', { type: 'checkbox' })}
      />
      <Select
        label="Time zone"
        description="Of the times in its lines; holds from its next line on."
        placeholder="The bridge host’s"
        data={[...zones]}
        searchable
        clearable
        limit={100}
        {...form.getInputProps('timeZone')}
      />
      <Select
        label="Log type"
        description="For your own record: whatever it sends is read."
        placeholder="Not said"
        data={logTypes}
        clearable
        {...form.getInputProps('logType')}
      />
      <Select
        label="Format"
        placeholder="Recognised line by line"
        data={formats}
        clearable
        {...form.getInputProps('format')}
      />
    </>
  );
}
