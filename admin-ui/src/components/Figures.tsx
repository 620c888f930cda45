// SPDX-License-Identifier: Apache-2.0
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

/** Named figures below each other. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <Table variant="vertical" layout="fixed" horizontalSpacing="md" verticalSpacing="xs">
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  );
}

export function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th w={170} style={{ whiteSpace: 'normal', fontWeight: 500 }}>
        {label}
      </Table.Th>
      <Table.Td style={{ fontVariantNumeric: 'tabular-nums' }}>{children}</Table.Td>
    </Table.Tr>
  );
}
