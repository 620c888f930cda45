// SPDX-License-Identifier: Apache-2.0
import { Badge, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { Copy } from '@/components/Copy';
import { When } from '@/components/When';
import { count } from '@/lib/format';
import type { PollerView } from '@/lib/types';
import { Fill } from './Fill';
import { addressOf, type List, waits } from './list';
import classes from './lists.module.css';
import { selectionWords } from './words';

interface ListsTableProps {
  lists: List[];
  /** Absent: not known yet. */
  pollers: PollerView[] | undefined;
  onOpen: (name: string) => void;
}

export function ListsTable({ lists, pollers, onOpen }: ListsTableProps) {
  return (
    <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>List</Table.Th>
          <Table.Th visibleFrom="sm">What it holds</Table.Th>
          <Table.Th>Lines</Table.Th>
          <Table.Th visibleFrom="sm">Polled by</Table.Th>
          <Table.Th visibleFrom="md">Changed</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lists.map((list) => (
          <Table.Tr key={list.name} className={classes.row} onClick={() => onOpen(list.name)}>
            <Table.Td className={classes.cell}>
              <Group gap={6}>
                {/* The row is for the mouse, the button for everyone. */}
                <UnstyledButton className={classes.name} aria-label={`Details of ${list.name}`}>
                  {list.name}
                </UnstyledButton>
                {waits(list) && (
                  <Badge miw="max-content" color="red" variant="light">
                    A smaller one waits
                  </Badge>
                )}
              </Group>
              <Group gap={2} wrap="nowrap">
                <Text size="xs" c="dimmed" className="address">
                  {list.path}
                </Text>
                <Copy text={addressOf(list)} what={`the address of ${list.name}`} />
              </Group>
            </Table.Td>
            <Table.Td visibleFrom="sm">
              {list.feed ? selectionWords(list.feed.selection) : 'Everything that is listed'}
              {list.feed?.comment !== undefined && (
                <Text size="xs" c="dimmed">
                  {list.feed.comment}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <Fill list={list} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <PolledBy pollers={pollers?.filter((poller) => poller.list === list.name)} />
            </Table.Td>
            <Table.Td visibleFrom="md">
              <When at={list.served?.changedAt} ago />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function PolledBy({ pollers }: { pollers: PollerView[] | undefined }) {
  if (pollers === undefined) {
    return null;
  }
  const troubled = pollers.filter(({ condition }) => condition !== 'fine').length;
  return (
    <>
      <Text size="sm" {...(pollers.length === 0 ? { c: 'dimmed' } : {})}>
        {pollers.length === 0 ? 'nobody yet' : count(pollers.length)}
      </Text>
      {troubled > 0 && (
        <Text size="xs" c="red">
          {count(troubled)} in trouble
        </Text>
      )}
    </>
  );
}
