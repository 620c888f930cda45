// SPDX-License-Identifier: Apache-2.0
import { textsOf } from '@/lib/search';

/** What selects records, as the service asks for it. */
export const filters = [
  'device',
  'source',
  'destination',
  'sourceCountry',
  'destinationCountry',
  'sourcePort',
  'port',
  'user',
  'rule',
  'action',
  'type',
  'severity',
  'leastSeverity',
  'threat',
  'copies',
] as const;

export type FilterName = (typeof filters)[number];

const times = ['last', 'from', 'until'] as const;

/** What is looked for, kept in the address bar so that a search can be shared. */
export type SyslogSearch = { [Name in FilterName | (typeof times)[number] | 'record']?: string | undefined };

export function syslogSearch(given: Record<string, unknown>): SyslogSearch {
  return textsOf(given, [...filters, ...times, 'record']);
}

/** Without another time, the last 24 hours are looked at. */
export const usualTime = 'P1D';
export const anyTime = 'any';

/** As the service is asked. */
export function selectionOf(search: SyslogSearch): Record<string, string | undefined> {
  const selection = Object.fromEntries(filters.map((name) => [name, search[name]]));
  if (search.from !== undefined || search.until !== undefined) {
    return { ...selection, from: search.from, until: search.until };
  }
  return { ...selection, last: search.last === anyTime ? undefined : (search.last ?? usualTime) };
}

export const nothingAsked: SyslogSearch = Object.fromEntries(filters.map((name) => [name, undefined]));

export function isNarrowed(search: SyslogSearch): boolean {
  return filters.some((name) => search[name] !== undefined);
}
