// SPDX-License-Identifier: Apache-2.0
import type { FeedHold, FeedsView, FeedView, ServedVersion } from '@/lib/types';

/** The list of everything, or a feed. */
export interface List {
  name: string;
  path: string;
  served?: ServedVersion | undefined;
  hold?: FeedHold | undefined;
  /** Absent: it is the list of everything, which is always there. */
  feed?: FeedView | undefined;
}

export const builtIn = 'blacklist';

export function listsOf({ blacklist, feeds }: FeedsView): List[] {
  return [{ name: builtIn, ...blacklist }, ...feeds.map((feed) => ({ ...feed, feed }))];
}

/** A hold that an operator approved is over with the next version. */
export function waits({ hold }: List): boolean {
  return hold !== undefined && hold.state !== 'approved';
}

/** As firewalls ask for it, under the name that this page was reached by. */
export function addressOf({ path }: { path: string }): string {
  return new URL(path, window.location.href).href;
}
