// SPDX-License-Identifier: Apache-2.0
import { Group, Table, UnstyledButton } from '@mantine/core';
import { useCallback } from 'react';
import { MoreRows } from '@/components/MoreRows';
import { ReasonBadge } from '@/components/ReasonBadge';
import { RowChunks } from '@/components/RowChunks';
import { SortHeader } from '@/components/SortHeader';
import { When } from '@/components/When';
import { count } from '@/lib/format';
import type { BlacklistEntry } from '@/lib/types';
import classes from './EntriesTable.module.css';
import { Origin } from './Origin';

interface EntriesTableProps {
  /** As they came, a page after the other. */
  pages: readonly (readonly BlacklistEntry[])[];
  sort: string | undefined;
  onSort: (sort: string) => void;
  /** Always the same: rows that stay are not drawn again. */
  onOpen: (address: string) => void;
  more: boolean;
  loadingMore: boolean;
  onMore: () => void;
}

export function EntriesTable({
  pages,
  sort = 'address',
  onSort,
  onOpen,
  more,
  loadingMore,
  onMore,
}: EntriesTableProps) {
  const order = { sort, onSort };
  const row = useCallback(
    (entry: BlacklistEntry) => (
      <EntryRow key={entry.address} entry={entry} onOpen={() => onOpen(entry.address)} />
    ),
    [onOpen],
  );
  return (
    <>
      <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <SortHeader label="Address" by="address" {...order} />
            <Table.Th visibleFrom="sm">Reasons</Table.Th>
            <Table.Th visibleFrom="lg">Country</Table.Th>
            <Table.Th visibleFrom="lg">First seen</Table.Th>
            <SortHeader label="Last seen" by="last-seen" greatestFirst {...order} />
            <SortHeader label="Expires" by="expires-at" visibleFrom="md" {...order} />
            <SortHeader label="Hits" by="hits" greatestFirst ta="right" visibleFrom="sm" {...order} />
          </Table.Tr>
        </Table.Thead>
        <RowChunks pages={pages}>{row}</RowChunks>
      </Table>
      <MoreRows
        shown={pages.reduce((sum, page) => sum + page.length, 0)}
        words={['entry', 'entries']}
        more={more}
        loadingMore={loadingMore}
        onMore={onMore}
        byItself
      />
    </>
  );
}

function EntryRow({ entry, onOpen }: { entry: BlacklistEntry; onOpen: () => void }) {
  return (
    <Table.Tr className={classes.row} onClick={onOpen}>
      <Table.Td miw={160}>
        {/* The row is for the mouse, the button for everyone. */}
        <UnstyledButton className={`address ${classes.address}`} aria-label={`Details of ${entry.address}`}>
          {entry.address}
        </UnstyledButton>
        <Group gap={4} mt={4} hiddenFrom="sm">
          <Reasons entry={entry} />
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Group gap={4}>
          <Reasons entry={entry} />
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="lg">{entry.country}</Table.Td>
      <Table.Td visibleFrom="lg">
        <When at={entry.firstSeen} />
      </Table.Td>
      <Table.Td>
        <When at={entry.lastSeen} ago />
      </Table.Td>
      <Table.Td visibleFrom="md">
        <When at={entry.expiresAt} ago />
      </Table.Td>
      <Table.Td ta="right" className="figures" visibleFrom="sm">
        {count(entry.hits)}
      </Table.Td>
    </Table.Tr>
  );
}

function Reasons({ entry }: { entry: BlacklistEntry }) {
  return (
    <>
      {entry.reasons.map((rule) => (
        <ReasonBadge key={rule} rule={rule} />
      ))}
      <Origin of={entry} />
    </>
  );
}
