// SPDX-License-Identifier: Apache-2.0

const tabs = ['password', 'sessions', 'tokens', 'preferences'] as const;
export type AccountTab = (typeof tabs)[number];

export interface AccountSearch {
  tab?: AccountTab | undefined;
}

export function accountSearch({ tab }: Record<string, unknown>): AccountSearch {
  return tabs.some((known) => known === tab) ? { tab: tab as AccountTab } : {};
}
