// SPDX-License-Identifier: Apache-2.0
import { textsOf } from '@/lib/search';

/** What is looked for, kept in the address bar so that a search can be shared. */
export interface AlarmsSearch {
  q?: string | undefined;
  /** Also those that are over. */
  which?: 'all' | undefined;
}

export function alarmsSearch(given: Record<string, unknown>): AlarmsSearch {
  return { ...textsOf(given, ['q']), ...(given['which'] === 'all' ? { which: 'all' as const } : {}) };
}
