// SPDX-License-Identifier: Apache-2.0
import { Badge, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { MoreRows } from '@/components/MoreRows';
import { When } from '@/components/When';
import type { AuditEvent } from '@/lib/types';
import classes from './audit.module.css';
import { actionColor, actionWords, place, way } from './words';

interface AuditTableProps {
  events: AuditEvent[];
  onOpen: (event: AuditEvent) => void;
  more: boolean;
  loadingMore: boolean;
  onMore: () => void;
}

export function AuditTable({ events, onOpen, more, loadingMore, onMore }: AuditTableProps) {
  return (
    <>
      <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th>Who</Table.Th>
            <Table.Th visibleFrom="md">How, from where</Table.Th>
            <Table.Th>What</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map((event) => (
            <EventRow key={event.id} event={event} onOpen={() => onOpen(event)} />
          ))}
        </Table.Tbody>
      </Table>
      <MoreRows
        shown={events.length}
        words={['event', 'events']}
        more={more}
        loadingMore={loadingMore}
        onMore={onMore}
      />
    </>
  );
}

function EventRow({ event, onOpen }: { event: AuditEvent; onOpen: () => void }) {
  const { at, actor } = event;
  return (
    <Table.Tr className={classes.row} onClick={onOpen}>
      <Table.Td>
        {/* The row is for the mouse, the button for everyone. */}
        <UnstyledButton className={classes.open} aria-label={`Details of event ${event.id}`} fz="sm">
          <Text span inherit visibleFrom="sm">
            <When at={at} />
          </Text>
          <Text span inherit hiddenFrom="sm">
            <When at={at} ago />
          </Text>
        </UnstyledButton>
      </Table.Td>
      <Table.Td className={classes.cell} fw={600}>
        {actor.who}
      </Table.Td>
      <Table.Td visibleFrom="md">
        {way(actor)}, {actor.address === undefined ? place(actor) : <From address={actor.address} />}
      </Table.Td>
      <Table.Td className={classes.cell}>
        <What event={event} />
      </Table.Td>
    </Table.Tr>
  );
}

function From({ address }: { address: string }) {
  return (
    <Text span inherit className="address">
      {address}
    </Text>
  );
}

export function What({ event: { action, kind, subject } }: { event: AuditEvent }) {
  return (
    <Group gap={6}>
      <Badge miw="max-content" variant="light" color={actionColor(action)} tt="none" radius="sm">
        {actionWords(action)}
      </Badge>
      <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
        {kind} {subject}
      </Text>
    </Group>
  );
}
