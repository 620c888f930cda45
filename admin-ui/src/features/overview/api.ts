// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { newsKey } from '@/lib/live';
import type { BlacklistEvent, BlacklistPage, DetectionPage, EntryCounts } from '@/lib/types';

/** As many as are looked at for figures over time; of more the page says from when on they are. */
export const mostDetections = 500;

export const detectionsQuery = queryOptions({
  queryKey: ['detections', 'latest'],
  queryFn: ({ signal }) => api.get<DetectionPage>('/detections', { limit: mostDetections }, signal),
  refetchInterval: 60_000,
});

export const topSourcesQuery = queryOptions({
  queryKey: ['blacklist', 'top'],
  queryFn: ({ signal }) => api.get<BlacklistPage>('/blacklist', { sort: '-hits', limit: 6 }, signal),
  refetchInterval: 30_000,
});

export function listedSinceQuery(listedFrom: string) {
  return queryOptions({
    queryKey: ['blacklist', 'counts', { listedFrom }],
    queryFn: ({ signal }) => api.get<EntryCounts>('/blacklist/counts', { listedFrom }, signal),
    refetchInterval: 30_000,
  });
}

/** Nobody is asked for it: the stream tells it. */
export const newsQuery = queryOptions({
  queryKey: newsKey,
  queryFn: (): BlacklistEvent[] => [],
  enabled: false,
  initialData: [],
});
