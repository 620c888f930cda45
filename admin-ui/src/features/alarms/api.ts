// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { statusQuery } from '@/lib/queries';
import type { Alarm, AlarmPage } from '@/lib/types';

const pageSize = 100;

export function alarmsQuery(which: 'standing' | 'all') {
  return infiniteQueryOptions({
    queryKey: ['alarms', which],
    queryFn: ({ pageParam: before, signal }) =>
      api.get<AlarmPage>('/alarms', { which, before, limit: pageSize }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
}

export function useAcknowledge(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<Alarm>(`/alarms/${id}/acknowledge`),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['alarms'] }),
        client.invalidateQueries({ queryKey: statusQuery.queryKey }),
      ]);
    },
  });
}
