// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { addressOf, api, type TextFile } from '@/lib/api';
import { count, daysAhead } from '@/lib/format';
import { done } from '@/lib/notices';
import { statusQuery } from '@/lib/queries';
import type {
  BlacklistEntry,
  BlacklistPage,
  Check,
  EntryCounts,
  EntryStory,
  Import,
  NewEntry,
  Undoing,
  Undone,
  WhyNot,
} from '@/lib/types';
import { type BlacklistSearch, filterOf } from './search';

/** More come in larger steps: who goes on goes far. */
const [firstPage, furtherPage] = [100, 500];

/** Of a list that was scrolled through, all that was read would be asked for again and again. */
const mostRenewed = 3;

export function entriesQuery(search: BlacklistSearch) {
  const asked = { ...filterOf(search), sort: search.sort };
  return infiniteQueryOptions({
    queryKey: ['blacklist', 'list', asked],
    queryFn: ({ pageParam: after, signal }) =>
      api.get<BlacklistPage>(
        '/blacklist',
        { ...asked, after, limit: after === undefined ? firstPage : furtherPage },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= mostRenewed ? 5_000 : false),
  });
}

export function countsQuery(search: BlacklistSearch) {
  const asked = filterOf(search);
  return queryOptions({
    queryKey: ['blacklist', 'counts', asked],
    queryFn: ({ signal }) => api.get<EntryCounts>('/blacklist/counts', asked, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

export function exportAddress(search: BlacklistSearch, format: 'csv' | 'plain'): string {
  return addressOf('/blacklist/export', { ...filterOf(search), sort: search.sort, format });
}

export function checkQuery(address: string) {
  return queryOptions({
    queryKey: ['blacklist', 'check', address],
    queryFn: ({ signal }) => api.get<Check>(`/check/${encodeURIComponent(address)}`, {}, signal),
    retry: false,
  });
}

/** By its latest log lines: takes longer than to look into the list. */
export function whyNotQuery(address: string) {
  return queryOptions({
    queryKey: ['blacklist', 'why-not', address],
    queryFn: ({ signal }) => api.get<WhyNot>(`/check/${encodeURIComponent(address)}/rules`, {}, signal),
    retry: false,
  });
}

export function undoingQuery(rule: string, since: string) {
  return queryOptions({
    queryKey: ['blacklist', 'undo', rule, since],
    queryFn: ({ signal }) => api.get<Undoing>('/blacklist/undo', { rule, since }, signal),
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

interface Release {
  reason: string;
  /** Puts it on the allowlist as well. */
  neverAgain: boolean;
}

export function useReleaseEntry(address: string, onReleased: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ reason, neverAgain }: Release) =>
      api.delete<unknown>(entryPath(address), { reason, neverAgain: neverAgain ? 'true' : undefined }),
    onSuccess: (_, { neverAgain }) => {
      done(neverAgain ? `${address} is released and on the allowlist` : `${address} is released`);
      onReleased();
      return refresh();
    },
  });
}

/** Only looks, until it is told to list. */
export function useImport(dryRun: boolean) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ file, comment }: { file: TextFile; comment: string | undefined }) =>
      api.file<Import>('/blacklist/import', file, { comment, dryRun: String(dryRun) }),
    onSuccess: ({ added, dryRun: only }) => {
      if (!only) {
        done(`${count(added)} addresses and prefixes are added`);
        return refresh();
      }
      return undefined;
    },
  });
}

export function useUndo(rule: string, since: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (why: string) => api.post<Undone>('/blacklist/undo', { rule, since, why }),
    onSuccess: ({ released }) => {
      done(`${count(released)} entries are released`);
      return refresh();
    },
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
