// SPDX-License-Identifier: Apache-2.0

/** What is looked for, kept in the address bar so that a search can be shared. Times are in UTC. */
export interface AuditSearch {
  who?: string | undefined;
  kind?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
}

export const nothingAsked: AuditSearch = {
  who: undefined,
  kind: undefined,
  subject: undefined,
  from: undefined,
  until: undefined,
};

export function auditSearch(given: Record<string, unknown>): AuditSearch {
  const search: AuditSearch = {};
  for (const key of ['who', 'kind', 'subject'] as const) {
    const value = given[key];
    if (value !== undefined && value !== '') {
      search[key] = String(value);
    }
  }
  for (const key of ['from', 'until'] as const) {
    const time = Date.parse(String(given[key]));
    if (!Number.isNaN(time)) {
      search[key] = new Date(time).toISOString();
    }
  }
  return search;
}

export function isNarrowed(search: AuditSearch): boolean {
  return Object.values(search).some((part) => part !== undefined);
}
