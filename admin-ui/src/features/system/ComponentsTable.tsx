// SPDX-License-Identifier: Apache-2.0
import { Badge, Table, Text } from '@mantine/core';
import { EmptyState } from '@/components/EmptyState';
import { capitalised } from '@/lib/format';
import type { Component } from '@/lib/types';

export function ComponentsTable({ components }: { components: Component[] }) {
  if (components.length === 0) {
    return <EmptyState title="No component has reported yet">Each reports when it starts.</EmptyState>;
  }
  return (
    <Table verticalSpacing={8} horizontalSpacing="md">
      <Table.Tbody>
        {components.map(({ name, up, detail }) => (
          <Table.Tr key={name}>
            <Table.Td>
              <Text size="sm" fw={500}>
                {capitalised(name)}
              </Text>
              {detail && (
                <Text size="xs" c="dimmed">
                  {capitalised(detail)}
                </Text>
              )}
            </Table.Td>
            <Table.Td ta="right" w={140}>
              <Badge miw="max-content" color={up ? 'teal' : 'red'} variant="light">
                {up ? 'Up' : 'Attention'}
              </Badge>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
