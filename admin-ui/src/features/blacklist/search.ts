// SPDX-License-Identifier: Apache-2.0
import { textsOf } from '@/lib/search';

/** What is looked for, kept in the address bar so that a search can be shared. */
export interface BlacklistSearch {
  q?: string | undefined;
  reason?: string | undefined;
  origin?: string | undefined;
  country?: string | undefined;
  device?: string | undefined;
  /** A column, with a minus before it the greatest first. */
  sort?: string | undefined;
  /** The address whose entry is open. */
  entry?: string | undefined;
  /** The address that is asked about: whether it is listed, and if not, why not. */
  check?: string | undefined;
}

export function blacklistSearch(given: Record<string, unknown>): BlacklistSearch {
  return textsOf(given, ['q', 'reason', 'origin', 'country', 'device', 'sort', 'entry', 'check']);
}

/** What selects entries, as the service asks for it. */
export function filterOf({ q, reason, origin, country, device }: BlacklistSearch) {
  return { q, reason, origin, country, device };
}

export const everything: BlacklistSearch = {
  q: undefined,
  reason: undefined,
  origin: undefined,
  country: undefined,
  device: undefined,
};

export function isNarrowed(search: BlacklistSearch): boolean {
  return Object.values(filterOf(search)).some((part) => part !== undefined);
}

/** Whether it reads like an address or a prefix; the service judges. */
export function looksLikeAddress(text: string): boolean {
  return /^[0-9a-f.:]*[.:][0-9a-f.:]*(\/\d{1,3})?$/i.test(text);
}
