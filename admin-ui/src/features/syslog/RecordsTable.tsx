// SPDX-License-Identifier: Apache-2.0
import { Table, UnstyledButton } from '@mantine/core';
import { useCallback } from 'react';
import { RowChunks } from '@/components/RowChunks';
import { When } from '@/components/When';
import type { LogRecord } from '@/lib/types';
import type { Column } from './columns';
import classes from './syslog.module.css';

interface RecordsTableProps {
  /** As they came, some at a time. */
  chunks: readonly (readonly LogRecord[])[];
  columns: readonly Column[];
  /** What each that has no room on a narrow window is shown from; absent: all are shown. */
  onOpen: (record: LogRecord) => void;
}

export function RecordsTable({ chunks, columns, onOpen }: RecordsTableProps) {
  const row = useCallback(
    (record: LogRecord) => (
      <RecordRow key={keyOf(record)} record={record} columns={columns} onOpen={() => onOpen(record)} />
    ),
    [columns, onOpen],
  );
  return (
    <Table.ScrollContainer minWidth={0} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing={6} horizontalSpacing="sm" fz="sm" highlightOnHover aria-label="Log records">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Time</Table.Th>
            {columns.map(({ id, label, right, from }) => (
              <Table.Th key={id} {...(right && { ta: 'right' })} {...(from && { visibleFrom: from })}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <RowChunks pages={chunks}>{row}</RowChunks>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Where a line stood tells it from every other, also before it is filed. */
export function keyOf({ id, line, device, logFile }: LogRecord): string {
  return id ?? [device, logFile, line.file.inode, line.file.generation, line.offset].join(' ');
}

interface RecordRowProps {
  record: LogRecord;
  columns: readonly Column[];
  onOpen: () => void;
}

function RecordRow({ record, columns, onOpen }: RecordRowProps) {
  return (
    <Table.Tr className={classes.row} onClick={onOpen}>
      <Table.Td>
        {/* The row is for the mouse, the button for everyone. */}
        <UnstyledButton
          className={classes.open}
          fz="sm"
          aria-label={`Details of ${record.source.address} at ${record.seen}`}
        >
          <When at={record.seen} />
        </UnstyledButton>
      </Table.Td>
      {columns.map(({ id, show, right, from }) => (
        <Table.Td
          key={id}
          className={right ? 'figures' : classes.short}
          {...(right && { ta: 'right' })}
          {...(from && { visibleFrom: from })}
        >
          {show(record)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
