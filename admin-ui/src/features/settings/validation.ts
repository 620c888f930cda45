// SPDX-License-Identifier: Apache-2.0
import type { FormErrors } from '@mantine/form';
import type { DefenseSettings, DistinctCountSettings } from '@/lib/types';

/** The ranges that the service accepts; it judges again, and also what is not checked here. */
export const ranges = {
  threshold: [1, 1_000],
  windowMinutes: [0, 1_440],
  blockWindowDays: [1, 730],
  logRetentionDays: [1, 730],
  mostDevices: [1, 100_000],
  silenceMinutes: [0, 10_080],
  clockSkewSeconds: [1, 86_400],
} as const;

type Range = readonly [least: number, most: number];

export function validate(settings: DefenseSettings): FormErrors {
  return {
    ...distinctCount('portScan', settings.portScan),
    ...distinctCount('ipScan', settings.ipScan),
    ...inRange('blockWindowDays', settings.blockWindowDays, ranges.blockWindowDays),
    ...inRange('logRetentionDays', settings.logRetentionDays, ranges.logRetentionDays),
    ...devices(settings.devices),
    ...(settings.vulnerability.subtypes.length === 0
      ? { 'vulnerability.subtypes': 'At least one subtype, such as vulnerability' }
      : {}),
  };
}

function distinctCount(rule: string, { threshold, windowMinutes }: DistinctCountSettings): FormErrors {
  return {
    ...inRange(`${rule}.threshold`, threshold, ranges.threshold),
    ...inRange(`${rule}.windowMinutes`, windowMinutes, ranges.windowMinutes),
  };
}

function devices({ mostDevices, silenceMinutes, clockSkewSeconds }: DefenseSettings['devices']): FormErrors {
  return {
    ...inRange('devices.mostDevices', mostDevices, ranges.mostDevices),
    ...inRange('devices.silenceMinutes', silenceMinutes, ranges.silenceMinutes),
    ...inRange('devices.clockSkewSeconds', clockSkewSeconds, ranges.clockSkewSeconds),
  };
}

/** An emptied number field holds the text "". */
function inRange(field: string, value: unknown, [least, most]: Range): FormErrors {
  const accepted = Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
  return accepted ? {} : { [field]: `A whole number from ${least} to ${most.toLocaleString('en-GB')}` };
}
