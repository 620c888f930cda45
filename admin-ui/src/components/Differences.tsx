// SPDX-License-Identifier: Apache-2.0
import { Table, Text } from '@mantine/core';
import type { Difference } from '@/lib/types';

/** Which fields are not the same, and how each was and is. */
export function Differences({ differences }: { differences: Difference[] }) {
  return (
    <Table fz="sm" verticalSpacing={4} withRowBorders={false} layout="fixed" aria-label="Differences">
      <Table.Tbody>
        {differences.map(({ field, before, after }) => (
          <Table.Tr key={field}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{field}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              {before !== undefined && (
                <Text span inherit td="line-through" c="dimmed">
                  {before}
                </Text>
              )}
              {before !== undefined && after !== undefined && ' → '}
              {after !== undefined && (
                <Text span inherit fw={600}>
                  {after}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
