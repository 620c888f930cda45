// SPDX-License-Identifier: Apache-2.0
import { Button, Center, Text } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import { count } from '@/lib/format';

interface MoreRowsProps {
  /** How many are shown. */
  shown: number;
  /** What one of them is called, and several. */
  words: readonly [one: string, several: string];
  more: boolean;
  loadingMore: boolean;
  onMore: () => void;
  /** More come by themselves as their end is near: for lists that are scrolled through. */
  byItself?: boolean;
}

/** The end of a list that comes a page at a time. */
export function MoreRows({
  shown,
  words: [one, several],
  more,
  loadingMore,
  onMore,
  byItself = false,
}: MoreRowsProps) {
  const end = useNearEnd(byItself && more && !loadingMore, onMore);
  return (
    <Center p="sm" ref={end}>
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

/** Calls when what is marked comes near what is seen. */
function useNearEnd(wanted: boolean, onNear: () => void): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const marked = end.current;
    if (!wanted || marked === null || !('IntersectionObserver' in window)) {
      return undefined;
    }
    // A busy browser tells several at once: the last is how it is.
    const observer = new IntersectionObserver((told) => told.at(-1)?.isIntersecting && onNear(), {
      rootMargin: '1200px 0px',
    });
    observer.observe(marked);
    return () => observer.disconnect();
  }, [wanted, onNear]);
  return end;
}
