// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '@/lib/api';
import { done } from '@/lib/notices';
import { statusQuery, systemQuery } from '@/lib/queries';
import type {
  DefenseSettings,
  Difference,
  Network,
  NewNetwork,
  SettingsChanges,
  SettingsPreview,
} from '@/lib/types';

/** Not asked again by itself: somebody may be typing. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => api.get<DefenseSettings>('/settings', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnMount: 'always',
});

export const versionsQuery = infiniteQueryOptions({
  queryKey: ['settings-versions', 'list'],
  queryFn: ({ pageParam: before, signal }) =>
    api.get<SettingsChanges>('/settings/versions', { before, limit: 50 }, signal),
  initialPageParam: undefined as number | undefined,
  getNextPageParam: (page) => page.next,
});

/** What would change if that version were in force. */
export function wayBackQuery(inForce: number, version: number) {
  return queryOptions({
    queryKey: ['settings-versions', 'difference', inForce, version],
    queryFn: ({ signal }) =>
      api.get<Difference[]>(`/settings/versions/${inForce}/differences`, { to: version }, signal),
  });
}

export function settingsPreviewQuery(wanted: DefenseSettings) {
  return queryOptions({
    queryKey: ['settings-preview', wanted],
    queryFn: () => api.post<SettingsPreview>('/settings/preview', wanted),
    retry: false,
    gcTime: 0,
  });
}

export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ settings, why }: { settings: DefenseSettings; why: string | undefined }) =>
      api.put<DefenseSettings>(
        why === undefined ? '/settings' : `/settings?${new URLSearchParams({ why })}`,
        settings,
      ),
    onSuccess: (saved) => {
      done(`The settings are saved as version ${saved.version}`);
      return putInForce(client, saved);
    },
  });
}

export function useRestore(version: number, over: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (why: string) =>
      api.post<DefenseSettings>(`/settings/versions/${version}/restore`, { over, why }),
    onSuccess: (restored) => {
      done(`Version ${version} is in force again, as version ${restored.version}`);
      return putInForce(client, restored);
    },
  });
}

async function putInForce(client: QueryClient, settings: DefenseSettings): Promise<void> {
  client.setQueryData(settingsQuery.queryKey, settings);
  await Promise.all(
    [systemQuery.queryKey, statusQuery.queryKey, ['settings-versions']].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
}

/** As the service names the two lists of what is never listed. */
export type NetworksOf = 'own-networks' | 'allowlist';

export function usePreviewNetwork(list: NetworksOf) {
  return useMutation({
    mutationFn: (network: NewNetwork) => api.post<SettingsPreview>(`/networks/${list}/preview`, network),
  });
}

export function useAddNetwork(list: NetworksOf) {
  const follow = useFollow();
  return useMutation({
    mutationFn: (network: NewNetwork) => api.post<Network[]>(`/networks/${list}`, network),
    onSuccess: follow,
  });
}

export function useRemoveNetwork(list: NetworksOf, cidr: string) {
  const follow = useFollow();
  return useMutation({
    mutationFn: (why: string) => api.delete<Network[]>(`/networks/${list}`, { cidr, why }),
    onSuccess: follow,
  });
}

/**
 * A line makes a new version. It is taken over where only lines differ: what is being typed into the form of the
 * rest goes on. Where the rest is another one by now, saving it will say so.
 */
function useFollow() {
  const client = useQueryClient();
  return async () => {
    const before = client.getQueryData(settingsQuery.queryKey);
    const now = await api.get<DefenseSettings>('/settings');
    if (before === undefined || restOf(before) === restOf(now)) {
      client.setQueryData(settingsQuery.queryKey, now);
    } else {
      client.setQueryData(settingsQuery.queryKey, {
        ...before,
        ownNetworks: now.ownNetworks,
        allowlist: now.allowlist,
      });
    }
    await Promise.all(
      [['settings-versions'], ['blacklist'], statusQuery.queryKey].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  };
}

/** All but the lines and the version that they count in. */
export function restOf(settings: DefenseSettings): string {
  return JSON.stringify({ ...settings, version: 0, ownNetworks: [], allowlist: [] });
}
