// SPDX-License-Identifier: Apache-2.0
import { Button, Center, Text } from '@mantine/core';
import { count } from '@/lib/format';

interface MoreRowsProps {
  /** How many are shown. */
  shown: number;
  /** What one of them is called, and several. */
  words: readonly [one: string, several: string];
  more: boolean;
  loadingMore: boolean;
  onMore: () => void;
}

/** The end of a list that comes a page at a time. */
export function MoreRows({ shown, words: [one, several], more, loadingMore, onMore }: MoreRowsProps) {
  return (
    <Center p="sm">
      {more ? (
        <Button variant="subtle" loading={loadingMore} onClick={onMore}>
          Show more
        </Button>
      ) : (
        <Text size="xs" c="dimmed">
          {shown === 1 ? `One ${one}` : `All ${count(shown)} ${several}`}
        </Text>
      )}
    </Center>
  );
}
