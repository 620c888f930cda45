// SPDX-License-Identifier: Apache-2.0
import type { LogRecord } from '@/lib/types';
import { anyTime, type FilterName, usualTime } from './search';

export const filterWords: Record<FilterName, string> = {
  device: 'Device',
  source: 'Source',
  destination: 'Destination',
  sourceCountry: 'Source country',
  destinationCountry: 'Destination country',
  sourcePort: 'Source port',
  port: 'Port',
  user: 'User',
  rule: 'Rule',
  action: 'Action',
  type: 'Type',
  severity: 'Severity',
  leastSeverity: 'Severity at least',
  threat: 'Threat',
  copies: 'With copies',
};

export const timeSpans = [
  { value: 'PT15M', label: 'Last 15 minutes' },
  { value: 'PT1H', label: 'Last hour' },
  { value: usualTime, label: 'Last 24 hours' },
  { value: 'P7D', label: 'Last 7 days' },
  { value: 'P30D', label: 'Last 30 days' },
  { value: anyTime, label: 'Any time' },
];

export const severities = ['informational', 'low', 'medium', 'high', 'critical'];

export function severityColor(severity: string): string {
  switch (severity) {
    case 'critical':
      return 'red';
    case 'high':
      return 'orange';
    case 'medium':
      return 'yellow';
    default:
      return 'gray';
  }
}

/** What a top list is by, and the filter that one of its values is. */
export const tops: readonly { by: string; filter: FilterName; label: string }[] = [
  { by: 'source', filter: 'source', label: 'Sources' },
  { by: 'destination', filter: 'destination', label: 'Destinations' },
  { by: 'port', filter: 'port', label: 'Ports' },
  { by: 'source-country', filter: 'sourceCountry', label: 'Source countries' },
  { by: 'destination-country', filter: 'destinationCountry', label: 'Destination countries' },
  { by: 'device', filter: 'device', label: 'Devices' },
  { by: 'rule', filter: 'rule', label: 'Rules' },
  { by: 'action', filter: 'action', label: 'Actions' },
  { by: 'threat', filter: 'threat', label: 'Threats' },
  { by: 'user', filter: 'user', label: 'Users' },
];

/** A threat that has no severity is one of TRAFFIC, which has none. */
export function severityOf({ severity }: LogRecord): string | undefined {
  return severity === 'none' || severity === '' ? undefined : severity;
}
