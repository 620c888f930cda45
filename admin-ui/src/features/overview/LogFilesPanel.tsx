// SPDX-License-Identifier: Apache-2.0
import { Table, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { Panel } from '@/components/Panel';
import { SearchInput } from '@/components/SearchInput';
import { When } from '@/components/When';
import { bytes, count, total } from '@/lib/format';
import type { BridgeStatus } from '@/lib/types';

export function LogFilesPanel({ files }: { files: BridgeStatus[] }) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const shown = files.filter(({ device, file }) => `${device} ${file}`.toLowerCase().includes(wanted));
  return (
    <Panel
      title="Log files"
      note="One a firewall, as rsyslog writes them"
      aside={
        <SearchInput
          label="Search log files"
          placeholder="Device or file"
          value={text}
          onChange={setText}
          hotkey
        />
      }
      flush
    >
      {files.length === 0 ? (
        <EmptyState title="No log file has been seen yet">
          Point rsyslog at the watched folder: a new *.log file there is picked up within a second.
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState title={`No log file matches “${text}”`}>Clear the search to see all of them.</EmptyState>
      ) : (
        <Files files={shown} />
      )}
    </Panel>
  );
}

function Files({ files }: { files: BridgeStatus[] }) {
  return (
    <Table.ScrollContainer minWidth={0}>
      <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Device</Table.Th>
            <Table.Th ta="right">Lines</Table.Th>
            <Table.Th ta="right">Behind</Table.Th>
            <Table.Th ta="right" visibleFrom="sm">
              Refused
            </Table.Th>
            <Table.Th visibleFrom="sm">Newest line</Table.Th>
            <Table.Th visibleFrom="md">File</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {files.map((file) => (
            <Table.Tr key={`${file.instance} ${file.file}`}>
              <Table.Td fw={500}>{file.device}</Table.Td>
              <Table.Td ta="right" className="figures">
                {count(file.lines)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {file.lagBytes === 0 ? 'none' : bytes(file.lagBytes)}
              </Table.Td>
              <Table.Td ta="right" className="figures" visibleFrom="sm">
                <Refused byReason={file.deadLetters} />
              </Table.Td>
              <Table.Td visibleFrom="sm">
                <When at={file.lastLineAt} otherwise="no line yet" ago />
              </Table.Td>
              <Table.Td visibleFrom="md">
                <Text size="xs" c="dimmed" className="address">
                  {file.file}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Refused({ byReason }: { byReason: Record<string, number> }) {
  const reasons = Object.entries(byReason).map(([reason, lines]) => `${reason}: ${count(lines)}`);
  const all = count(total(byReason));
  return reasons.length === 0 ? (
    <>{all}</>
  ) : (
    <Tooltip label={reasons.join(', ')}>
      <Text span inherit c="red" tabIndex={0}>
        {all}
      </Text>
    </Tooltip>
  );
}
