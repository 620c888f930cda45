// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { done } from '@/lib/notices';
import { statusQuery } from '@/lib/queries';
import type { DeviceDecision, DevicesView, NewDevice, Registration } from '@/lib/types';

export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) => api.get<DevicesView>('/devices', {}, signal),
  refetchInterval: 3_000,
});

export function useRegisterDevice() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (device: NewDevice) => api.post<Registration>('/devices', device),
    onSuccess: (_, { name }) => {
      done(`${name} is registered`);
      return refresh();
    },
  });
}

/** Told here and not by the form: with the answer it makes place for one of the new decision. */
export function useDecide(name: string, told: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (decision: DeviceDecision) => api.put<Registration>(path(name), decision),
    onSuccess: () => {
      done(`${name} is ${told}`);
      return refresh();
    },
  });
}

export function useForgetDevice(name: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => api.delete<unknown>(path(name)),
    onSuccess: () => {
      done(`${name} is no longer registered`);
      return refresh();
    },
  });
}

function path(name: string): string {
  return `/devices/${encodeURIComponent(name)}`;
}

function useRefresh() {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: devicesQuery.queryKey }),
      client.invalidateQueries({ queryKey: statusQuery.queryKey }),
    ]);
  };
}
