// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '@/lib/api';
import { done } from '@/lib/notices';
import type {
  FeedChanges,
  FeedHold,
  FeedPreview,
  FeedsView,
  FeedView,
  FeedWish,
  PollerView,
} from '@/lib/types';

export const feedsQuery = queryOptions({
  queryKey: ['lists', 'feeds'],
  queryFn: ({ signal }) => api.get<FeedsView>('/feeds', {}, signal),
  refetchInterval: 5_000,
});

export const pollersQuery = queryOptions({
  queryKey: ['lists', 'pollers'],
  queryFn: ({ signal }) => api.get<PollerView[]>('/pollers', {}, signal),
  refetchInterval: 10_000,
});

export function feedChangesQuery(name: string) {
  return infiniteQueryOptions({
    queryKey: ['lists', 'changes', name],
    queryFn: ({ pageParam: before, signal }) =>
      api.get<FeedChanges>(`${path(name)}/changes`, { before, limit: 20 }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** Counts anew with every change of the wish. Who may read it changes nothing there, and no password is sent. */
export function previewQuery({ selection, capacity, merged, format }: FeedWish) {
  const wish: FeedWish = { selection, capacity, merged, format };
  return queryOptions({
    queryKey: ['lists', 'preview', wish],
    queryFn: () => api.post<FeedPreview>('/feeds/preview', wish),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}

interface Reasoned {
  wish: FeedWish;
  why: string;
}

/** A password that was typed is not kept: gcTime is how long it would be. */
export function useDefineFeed() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ wish, why }: Reasoned) => api.post<FeedView>(withWhy('/feeds', why), wish),
    onSuccess: ({ name }) => {
      done(`The feed ${name} is defined`);
      return refresh();
    },
    gcTime: 0,
  });
}

export function useChangeFeed(name: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ wish, why }: Reasoned) => api.put<FeedView>(withWhy(path(name), why), wish),
    onSuccess: () => {
      done(`The feed ${name} is changed`);
      return refresh();
    },
    gcTime: 0,
  });
}

export function useGiveUpFeed(name: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (why: string) => api.delete<unknown>(path(name), { why }),
    onSuccess: () => {
      done(`The feed ${name} is given up`);
      return refresh();
    },
  });
}

export function useDecideHold(name: string, decision: 'approve' | 'keep') {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (why: string) => api.post<FeedHold>(withWhy(`${path(name)}/${decision}`, why)),
    onSuccess: () => {
      done(decision === 'approve' ? `The smaller list ${name} is served` : `The list ${name} stays as it is`);
      return refresh();
    },
  });
}

export function useForgetPoller({ list, address }: PollerView) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () =>
      api.delete<unknown>(`/pollers/${encodeURIComponent(list)}/${encodeURIComponent(address)}`),
    onSuccess: () => {
      done(`${address} is forgotten`);
      return refresh();
    },
  });
}

function path(name: string): string {
  return `/feeds/${encodeURIComponent(name)}`;
}

function withWhy(to: string, why: string): string {
  return `${to}?${new URLSearchParams({ why })}`;
}

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['lists'] });
}
