// SPDX-License-Identifier: Apache-2.0
import { textsOf } from '@/lib/search';

/** What is looked for, kept in the address bar so that a search can be shared. */
export interface ListsSearch {
  q?: string | undefined;
  tab?: 'consumers' | undefined;
  /** The list that is open. */
  list?: string | undefined;
}

export function listsSearch(given: Record<string, unknown>): ListsSearch {
  return {
    ...textsOf(given, ['q', 'list']),
    ...(given['tab'] === 'consumers' ? { tab: 'consumers' as const } : {}),
  };
}
