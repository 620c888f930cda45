// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { addressOf, api } from '@/lib/api';
import type { LogRecord, RecordHistogram, RecordPage, RecordTop } from '@/lib/types';
import { selectionOf, type SyslogSearch } from './search';

/** More come in larger steps: who goes on goes far. */
const [firstPage, furtherPage] = [100, 500];

export function recordsQuery(search: SyslogSearch) {
  const asked = selectionOf(search);
  return infiniteQueryOptions({
    queryKey: ['records', 'list', asked],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get<RecordPage>(
        '/records',
        { ...asked, cursor, limit: cursor === undefined ? firstPage : furtherPage },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function recordQuery(id: string) {
  return queryOptions({
    queryKey: ['records', 'one', id],
    queryFn: ({ signal }) => api.get<LogRecord>(`/records/${encodeURIComponent(id)}`, {}, signal),
  });
}

export function histogramQuery(search: SyslogSearch) {
  const asked = selectionOf(search);
  return queryOptions({
    queryKey: ['records', 'histogram', asked],
    queryFn: ({ signal }) => api.get<RecordHistogram>('/records/histogram', { ...asked, bars: 60 }, signal),
    placeholderData: keepPreviousData,
  });
}

export function topQuery(search: SyslogSearch, by: string) {
  const asked = selectionOf(search);
  return queryOptions({
    queryKey: ['records', 'top', asked, by],
    queryFn: ({ signal }) => api.get<RecordTop>('/records/top', { ...asked, by, most: 8 }, signal),
    placeholderData: keepPreviousData,
  });
}

export function exportAddress(search: SyslogSearch, format: 'csv' | 'json'): string {
  return addressOf('/records/export', { ...selectionOf(search), format });
}

export function tailAddress(search: SyslogSearch): string {
  return addressOf('/records/tail', {
    ...selectionOf(search),
    last: undefined,
    from: undefined,
    until: undefined,
  });
}
