// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { count } from '@/lib/format';
import { rules } from '@/lib/rules';
import { countsQuery } from './api';
import type { BlacklistSearch } from './search';

/** How many entries the search finds in all, and why they are listed. */
export function Counts({ search }: { search: BlacklistSearch }) {
  const { data } = useQuery(countsQuery(search));
  if (data === undefined) {
    return null;
  }
  const added = data.byOrigin['User Added'] ?? 0;
  const parts = [
    ...rules
      .filter(({ id }) => (data.byReason[id] ?? 0) > 0)
      .map(({ id, label }) => `${label}: ${count(data.byReason[id] ?? 0)}`),
    ...(added > 0 ? [`User Added: ${count(added)}`] : []),
  ];
  return (
    <Text size="xs" c="dimmed" px="md" pt="sm" className="figures" style={{ whiteSpace: 'normal' }}>
      {data.total === 1 ? 'One entry' : `${count(data.total)} entries`}
      {parts.length > 0 && ` · ${parts.join(' · ')}`}
    </Text>
  );
}
