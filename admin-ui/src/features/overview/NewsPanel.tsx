// SPDX-License-Identifier: Apache-2.0
import { Badge, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/components/AnchorLink';
import { EmptyState } from '@/components/EmptyState';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { eventWords } from '@/features/blacklist/HistoryList';
import { useConnection } from '@/lib/live';
import { newsQuery } from './api';
import { LiveBadge } from './LiveBadge';

const shown = 8;

/** What happens to entries, as it happens. */
export function NewsPanel() {
  const { data: news } = useQuery(newsQuery);
  const connection = useConnection();
  return (
    <Panel title="Just now" note="Since this page was opened" aside={<LiveBadge />} flush>
      {news.length === 0 ? (
        <EmptyState title="Nothing has happened yet">
          {connection === 'lost'
            ? 'The connection was lost: what happens meanwhile is under Blacklist Records.'
            : 'What is listed, seen again or released appears here as it happens.'}
        </EmptyState>
      ) : (
        <Table verticalSpacing={6} horizontalSpacing="md" aria-label="Just now">
          <Table.Tbody>
            {news.slice(0, shown).map((event, row) => (
              <Table.Tr key={`${event.at} ${event.address} ${row}`}>
                <Table.Td>
                  <Group gap={8}>
                    <AnchorLink
                      to="/blacklist"
                      search={{ entry: event.address }}
                      className="address"
                      size="sm"
                    >
                      {event.address}
                    </AnchorLink>
                    <Badge miw="max-content" variant="light" tt="none" color={eventWords[event.kind].color}>
                      {eventWords[event.kind].title}
                    </Badge>
                  </Group>
                  <Text size="xs" c="dimmed">
                    {event.why}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">
                  <When at={event.at} ago />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
