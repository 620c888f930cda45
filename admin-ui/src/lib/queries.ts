// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import type { Confirmation, DefenseSettings, Status, SystemState } from './types';

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => api.get<Status>('/status', {}, signal),
  // The stream tells it every three seconds, and each time this begins anew: it is asked where the stream is silent.
  refetchInterval: 5_000,
  staleTime: 3_000,
});

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => api.get<SystemState>('/system', {}, signal),
  refetchInterval: 10_000,
});

/** Asked every second while the detector has not done yet what it was told. */
export const confirmationQuery = queryOptions({
  queryKey: ['system', 'detector'],
  queryFn: ({ signal }) => api.get<Confirmation>('/system/detector', {}, signal),
  refetchInterval: ({ state }) => (state.data?.confirmed === false ? 1_000 : 10_000),
});

/** A version never changes. */
export function settingsVersionQuery(version: number) {
  return queryOptions({
    queryKey: ['settings-versions', 'document', version],
    queryFn: ({ signal }) => api.get<DefenseSettings>(`/settings/versions/${version}`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
