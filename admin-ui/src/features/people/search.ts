// SPDX-License-Identifier: Apache-2.0

const tabs = ['users', 'groups', 'sessions', 'tokens'] as const;
export type PeopleTab = (typeof tabs)[number];

/** What is looked at, kept in the address bar so that it can be shared. */
export interface PeopleSearch {
  tab?: PeopleTab | undefined;
  q?: string | undefined;
  /** The user or the group that is open. */
  name?: string | undefined;
}

export function peopleSearch(given: Record<string, unknown>): PeopleSearch {
  const search: PeopleSearch = {};
  if (tabs.some((known) => known === given['tab'])) {
    search.tab = given['tab'] as PeopleTab;
  }
  for (const key of ['q', 'name'] as const) {
    const value = given[key];
    if (value !== undefined && value !== '') {
      search[key] = String(value);
    }
  }
  return search;
}
