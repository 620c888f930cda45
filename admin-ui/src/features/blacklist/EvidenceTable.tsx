// SPDX-License-Identifier: Apache-2.0
import { Table, Text } from '@mantine/core';
import { When } from '@/components/When';
import type { Evidence } from '@/lib/types';

/** For each value that the rule counted its latest sighting, in the order of the log. */
export function EvidenceTable({ evidence }: { evidence: Evidence[] }) {
  return (
    <Table verticalSpacing={6} horizontalSpacing="xs" fz="sm" withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Time</Table.Th>
          <Table.Th>Destination</Table.Th>
          <Table.Th ta="right">Port</Table.Th>
          <Table.Th visibleFrom="sm">What the firewall did</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {evidence.map((sighting, row) => (
          <Table.Tr key={row}>
            <Table.Td valign="top">
              <When at={sighting.at} />
            </Table.Td>
            <Table.Td>
              <span className="address">{sighting.destination}</span>
              <Text size="xs" c="dimmed" hiddenFrom="sm">
                {sighting.action}
              </Text>
              <Context of={sighting} hiddenFrom="sm" />
            </Table.Td>
            <Table.Td ta="right" valign="top" className="figures">
              {sighting.port}
            </Table.Td>
            <Table.Td visibleFrom="sm">
              {sighting.action}
              <Context of={sighting} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Context({ of, hiddenFrom }: { of: Evidence; hiddenFrom?: 'sm' }) {
  return (
    <>
      <Text size="xs" c="dimmed" {...(hiddenFrom && { hiddenFrom })}>
        {of.device} · policy {of.policy}
      </Text>
      {of.threat !== undefined && (
        <Text size="xs" c="red" {...(hiddenFrom && { hiddenFrom })}>
          {of.threat} ({of.severity})
        </Text>
      )}
    </>
  );
}
