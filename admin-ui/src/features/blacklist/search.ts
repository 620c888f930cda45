// SPDX-License-Identifier: Apache-2.0

/** What is looked for, kept in the address bar so that a search can be shared. */
export interface BlacklistSearch {
  q?: string;
  reason?: string;
  origin?: string;
  /** The address whose entry is open. */
  entry?: string;
}

export function blacklistSearch(given: Record<string, unknown>): BlacklistSearch {
  const search: BlacklistSearch = {};
  for (const key of ['q', 'reason', 'origin', 'entry'] as const) {
    const value = given[key];
    if (typeof value === 'string' && value !== '') {
      search[key] = value;
    } else if (typeof value === 'number') {
      search[key] = String(value);
    }
  }
  return search;
}

export function isNarrowed({ q, reason, origin }: BlacklistSearch): boolean {
  return [q, reason, origin].some((part) => part !== undefined);
}
