// SPDX-License-Identifier: Apache-2.0
import { Text, Timeline, Title } from '@mantine/core';
import { When } from '@/components/When';
import type { BlacklistEvent, EventKind } from '@/lib/types';

export const eventWords: Record<EventKind, { title: string; color: string }> = {
  added: { title: 'Listed', color: 'red' },
  renewed: { title: 'Seen again', color: 'gray' },
  changed: { title: 'Changed', color: 'blue' },
  released: { title: 'Released', color: 'teal' },
};

/** What happened to an entry, the latest first. */
export function HistoryList({ history }: { history: BlacklistEvent[] }) {
  if (history.length === 0) {
    return null;
  }
  return (
    <section aria-label="History">
      <Title order={3} size="h5" mb="xs">
        History
      </Title>
      <Timeline bulletSize={14} lineWidth={2} active={history.length}>
        {history.map((event) => (
          <Timeline.Item
            key={`${event.at} ${event.kind}`}
            title={eventWords[event.kind].title}
            color={eventWords[event.kind].color}
          >
            {event.why && <Text size="sm">{event.why}</Text>}
            <Text size="xs" c="dimmed">
              <When at={event.at} /> · {event.by}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}
