// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { statusQuery, systemQuery } from '@/lib/queries';
import type { DefenseSettings } from '@/lib/types';

/** Not asked again by itself: somebody may be typing. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => api.get<DefenseSettings>('/settings', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnMount: 'always',
});

export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: DefenseSettings) => api.put<DefenseSettings>('/settings', settings),
    onSuccess: async (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved);
      await client.invalidateQueries({ queryKey: systemQuery.queryKey });
      await client.invalidateQueries({ queryKey: statusQuery.queryKey });
    },
  });
}
