// SPDX-License-Identifier: Apache-2.0

/** What is looked for, kept in the address bar so that a search can be shared. */
export interface DevicesSearch {
  q?: string | undefined;
  /** The device that is open. */
  device?: string | undefined;
}

export function devicesSearch(given: Record<string, unknown>): DevicesSearch {
  const search: DevicesSearch = {};
  for (const key of ['q', 'device'] as const) {
    const value = given[key];
    if (typeof value === 'string' && value !== '') {
      search[key] = value;
    } else if (typeof value === 'number') {
      search[key] = String(value);
    }
  }
  return search;
}
