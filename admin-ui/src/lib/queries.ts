// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import type { Status, SystemState } from './types';

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
