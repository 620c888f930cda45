// SPDX-License-Identifier: Apache-2.0
import { textsOf } from '@/lib/search';

/** What is looked for, kept in the address bar so that a search can be shared. */
export interface ReviewSearch {
  q?: string | undefined;
  /** Those that wait, unless another state is asked for. */
  state?: string | undefined;
  /** The one that is open. */
  held?: number | undefined;
}

export function reviewSearch(given: Record<string, unknown>): ReviewSearch {
  const held = Number(given['held']);
  return { ...textsOf(given, ['q', 'state']), ...(Number.isInteger(held) && held > 0 ? { held } : {}) };
}
