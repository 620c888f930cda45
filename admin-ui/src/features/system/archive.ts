// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api';
import type { Archive } from '@/lib/types';

export const archiveQuery = queryOptions({
  queryKey: ['archive'],
  queryFn: ({ signal }) => api.get<Archive>('/archive', {}, signal),
  refetchInterval: 30_000,
});

/** How many days of lines still fit; absent: all of them will, or it can't be told. */
export function daysLeft({ bytes, bytesPerDay, expectedBytes, freeBytes }: Archive): number | undefined {
  if (freeBytes === undefined || bytesPerDay <= 0 || expectedBytes - bytes <= freeBytes) {
    return undefined;
  }
  return Math.floor(freeBytes / bytesPerDay);
}
