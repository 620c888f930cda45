// SPDX-License-Identifier: Apache-2.0
import { Badge, Select, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '@/components/EmptyState';
import { MoreRows } from '@/components/MoreRows';
import { SearchedList } from '@/components/SearchedList';
import { When } from '@/components/When';
import { count } from '@/lib/format';
import type { Delivery } from '@/lib/types';
import { deliveriesQuery } from './api';

const states: Record<Delivery['state'], { label: string; color: string }> = {
  waiting: { label: 'Waiting', color: 'yellow' },
  sent: { label: 'Delivered', color: 'teal' },
  'given-up': { label: 'Given up', color: 'red' },
};

interface DeliveriesTabProps {
  text: string;
  onText: (text: string) => void;
  state: string | undefined;
  onState: (state: string | undefined) => void;
}

/** What waits to be delivered, was delivered or given up. */
export function DeliveriesTab({ text, onText, state, onState }: DeliveriesTabProps) {
  const deliveries = useInfiniteQuery(deliveriesQuery(state));
  const shown = deliveries.data?.pages.flatMap((page) => page.deliveries).length ?? 0;
  return (
    <SearchedList
      query={deliveries}
      what="the deliveries"
      rows={({ pages }) => pages.flatMap((page) => page.deliveries)}
      words={({ name, summary, answer }) => [name, summary, answer].join(' ')}
      placeholder="Recipient, message or answer"
      text={text}
      onText={onText}
      aside={
        <Select
          aria-label="State"
          placeholder="Any state"
          data={Object.entries(states).map(([value, { label }]) => ({ value, label }))}
          value={state ?? null}
          onChange={(chosen) => onState(chosen ?? undefined)}
          clearable
        />
      }
      none={
        <EmptyState title="Nothing was delivered">
          What is told to recipients appears here, with the receiver’s own words, and is kept for 30 days.
        </EmptyState>
      }
      end={
        shown > 0 && (
          <MoreRows
            shown={shown}
            words={['delivery', 'deliveries']}
            more={deliveries.hasNextPage}
            loadingMore={deliveries.isFetchingNextPage}
            onMore={() => void deliveries.fetchNextPage()}
          />
        )
      }
    >
      {(found) => (
        <Table verticalSpacing="xs" horizontalSpacing="md" aria-label="Deliveries">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Message</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th visibleFrom="sm">When</Table.Th>
              <Table.Th visibleFrom="md">The receiver’s answer</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </SearchedList>
  );
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { name, summary, state, queuedAt, doneAt, nextAt, attempts, answer } = delivery;
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm">{summary}</Text>
        <Text size="xs" c="dimmed">
          to {name}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge miw="max-content" variant="light" color={states[state].color}>
          {states[state].label}
        </Badge>
        <Text size="xs" c="dimmed">
          {attempts === 1 ? 'one attempt' : `${count(attempts)} attempts`}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <When at={doneAt ?? queuedAt} ago />
        {nextAt !== undefined && (
          <Text size="xs" c="dimmed">
            tried again <When at={nextAt} ago />
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="md" style={{ overflowWrap: 'anywhere' }}>
        <Text size="xs" className="address">
          {answer}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
