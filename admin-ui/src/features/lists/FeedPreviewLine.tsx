// SPDX-License-Identifier: Apache-2.0
import { Alert, Code, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { count } from '@/lib/format';
import type { FeedWish } from '@/lib/types';
import { previewQuery } from './api';

/** What the feed would hold now, while it is being typed. */
export function FeedPreviewLine({ wish }: { wish: FeedWish }) {
  const [settled] = useDebouncedValue(wish, 300);
  const { data, error } = useQuery(previewQuery(settled));
  if (error) {
    return (
      <Alert color="yellow" role="status">
        It can’t be counted: {error.message}
      </Alert>
    );
  }
  if (data === undefined) {
    return (
      <Text size="sm" c="dimmed" role="status">
        Counting what it would hold…
      </Text>
    );
  }
  return (
    <Alert color={data.leftOut > 0 ? 'orange' : 'blue'} role="status">
      <Text size="sm">
        Now it would have {count(data.lines)} lines for {count(data.entries)} entries;{' '}
        {data.leftOut > 0
          ? `${count(data.leftOut)} entries would have no room. The most important stay: operators’, exploits, then the latest.`
          : 'none would be left out.'}
      </Text>
      {data.first.length > 0 && (
        <Code block mt="xs" className="address" mah={110} tabIndex={0} aria-label="Its first lines">
          {data.first
            .slice(0, 5)
            .map(({ address }) => address)
            .join('\n')}
        </Code>
      )}
    </Alert>
  );
}
