// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { addressOf, api } from '@/lib/api';
import type { AuditPage } from '@/lib/types';
import type { AuditSearch } from './search';

const pageSize = 100;

export function auditQuery({ who, kind, subject, from, until }: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: ['audit', { who, kind, subject, from, until }],
    queryFn: ({ pageParam: before, signal }) =>
      api.get<AuditPage>('/audit', { who, kind, subject, from, until, before, limit: pageSize }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** All that the search selects, not only the pages that are shown. */
export function exportAddress({ who, kind, subject, from, until }: AuditSearch): string {
  return addressOf('/audit/export', { who, kind, subject, from, until });
}
