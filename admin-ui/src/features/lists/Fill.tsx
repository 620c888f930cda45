// SPDX-License-Identifier: Apache-2.0
import { Progress, Text } from '@mantine/core';
import { count } from '@/lib/format';
import type { List } from './list';

/** How many lines a list has, of how many it may have. */
export function Fill({ list: { name, served, feed } }: { list: List }) {
  if (served === undefined) {
    return (
      <Text size="sm" c="dimmed">
        not made yet
      </Text>
    );
  }
  const lines = served.lines ?? served.entries;
  const leftOut = served.leftOut ?? 0;
  return (
    <>
      <Text size="sm" className="figures">
        {count(lines)}
        {feed && ` of ${count(feed.capacity)}`}
      </Text>
      {feed && (
        <Progress
          value={(100 * lines) / feed.capacity}
          color={leftOut > 0 ? 'orange' : 'blue'}
          size={4}
          aria-label={`${name}, share of its capacity`}
        />
      )}
      {leftOut > 0 && (
        <Text size="xs" c="red">
          {count(leftOut)} entries have no room
        </Text>
      )}
    </>
  );
}
