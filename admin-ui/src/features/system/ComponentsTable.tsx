// SPDX-License-Identifier: Apache-2.0
import { Badge, Table, Text } from '@mantine/core';
import { useNow } from '@/components/useNow';
import { components, type Health } from '@/lib/components';
import type { Status } from '@/lib/types';

const looks: Record<Health, { word: string; color: string }> = {
  up: { word: 'Up', color: 'teal' },
  waiting: { word: 'Waiting', color: 'yellow' },
  down: { word: 'Down', color: 'red' },
};

export function ComponentsTable({ status }: { status: Status }) {
  const now = useNow();
  return (
    <Table verticalSpacing="xs" horizontalSpacing="md">
      <Table.Tbody>
        {components(status, now).map(({ name, health, detail }) => (
          <Table.Tr key={name}>
            <Table.Td>
              <Text size="sm" fw={550}>
                {name}
              </Text>
              <Text size="xs" c="dimmed">
                {detail}
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <Badge color={looks[health].color} variant="light">
                {looks[health].word}
              </Badge>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
