// SPDX-License-Identifier: Apache-2.0
import { textsOf } from '@/lib/search';

export const settingsTabs = ['rules', 'networks', 'history', 'versions'] as const;
export type SettingsTab = (typeof settingsTabs)[number];

/** What is looked at, kept in the address bar. */
export interface SettingsSearch {
  tab?: SettingsTab | undefined;
  q?: string | undefined;
  /** The number of a backtest. */
  run?: string | undefined;
  /** Which of what it found is shown. */
  change?: string | undefined;
}

export function settingsSearch(given: Record<string, unknown>): SettingsSearch {
  const tab = settingsTabs.find((name) => name === given['tab']);
  return { ...textsOf(given, ['q', 'run', 'change']), ...(tab && { tab }) };
}
