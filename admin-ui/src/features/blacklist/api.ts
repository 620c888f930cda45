// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '@/lib/api';
import { daysAhead } from '@/lib/format';
import { statusQuery } from '@/lib/queries';
import type { BlacklistEntry, BlacklistPage, EntryStory, NewEntry } from '@/lib/types';
import type { BlacklistSearch } from './search';

const pageSize = 100;

export function entriesQuery({ q, reason, origin }: BlacklistSearch) {
  return infiniteQueryOptions({
    queryKey: ['blacklist', 'list', { q, reason, origin }],
    queryFn: ({ pageParam: after, signal }) =>
      api.get<BlacklistPage>('/blacklist', { q, reason, origin, after, limit: pageSize }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
}

export function entryQuery(address: string) {
  return queryOptions({
    queryKey: ['blacklist', 'entry', address],
    queryFn: ({ signal }) => api.get<EntryStory>(entryPath(address), {}, signal),
  });
}

export interface Addition {
  address: string;
  comment?: string | undefined;
  /** How long it stays; without, until it is released. */
  days?: number | undefined;
}

export function useAddEntry() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ days, ...entry }: Addition) =>
      api.post<BlacklistEntry>('/blacklist', {
        ...entry,
        expiresAt: days === undefined ? undefined : daysAhead(days),
      } satisfies NewEntry),
    onSuccess: refresh,
  });
}

export function useReleaseEntry(address: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (reason: string) => api.delete<unknown>(entryPath(address), { reason }),
    onSuccess: refresh,
  });
}

/** "192.0.2.1" and "2001:db8::/64" are one and two segments. */
function entryPath(address: string): string {
  return `/blacklist/${address.split('/').map(encodeURIComponent).join('/')}`;
}

function useRefresh() {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['blacklist'] }),
      client.invalidateQueries({ queryKey: statusQuery.queryKey }),
    ]);
  };
}
