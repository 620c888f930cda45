// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import type { BacktestRun, BacktestSource, BacktestSources, NewBacktest } from '@/lib/types';

const runs = (run: BacktestRun | undefined) => run?.state === 'RUNNING';

export const latestQuery = queryOptions({
  queryKey: ['backtests', 'latest'],
  queryFn: ({ signal }) => api.get<BacktestRun[]>('/backtests', {}, signal),
  refetchInterval: ({ state }) => (state.data?.some(runs) ? 1_000 : 10_000),
});

/** Asked every second while it runs: it does so beside this page, and goes on without it. */
export function runQuery(id: string) {
  return queryOptions({
    queryKey: ['backtests', 'run', id],
    queryFn: ({ signal }) => api.get<BacktestRun>(path(id), {}, signal),
    refetchInterval: ({ state }) => (runs(state.data) ? 1_000 : false),
  });
}

/** As many as are looked at; of more the page says so. */
const pageSize = 1_000;
const mostPages = 10;

export interface Found {
  sources: BacktestSource[];
  /** Whether there are more. */
  cut: boolean;
}

/** All that would change: who had sessions that were allowed comes first, wherever the service has it. */
export function foundQuery(id: string) {
  return queryOptions({
    queryKey: ['backtests', 'found', id],
    queryFn: ({ signal }) => everySource(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function everySource(id: string, signal: AbortSignal): Promise<Found> {
  const sources: BacktestSource[] = [];
  let after: number | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const got = await api.get<BacktestSources>(`${path(id)}/sources`, { after, limit: pageSize }, signal);
    sources.push(...got.sources);
    if (got.next === undefined) {
      return { sources, cut: false };
    }
    after = got.next;
  }
  return { sources, cut: true };
}

export function useBegin() {
  const follow = useFollow();
  return useMutation({
    mutationFn: (wanted: NewBacktest) => api.post<BacktestRun>('/backtests', wanted),
    onSuccess: follow,
  });
}

export function useCancel(id: number) {
  const follow = useFollow();
  return useMutation({
    mutationFn: () => api.delete<BacktestRun>(path(String(id))),
    onSuccess: follow,
  });
}

function useFollow() {
  const client = useQueryClient();
  return (run: BacktestRun) => {
    client.setQueryData(runQuery(String(run.id)).queryKey, run);
    return client.invalidateQueries({ queryKey: latestQuery.queryKey });
  };
}

function path(id: string): string {
  return `/backtests/${encodeURIComponent(id)}`;
}
