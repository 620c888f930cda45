// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { dateTime, relative } from '@/lib/format';
import { useNow } from './useNow';

interface WhenProps {
  at: string | undefined;
  /** What to say where there is no time. */
  otherwise?: string;
  /** "3 min ago" instead of the date. */
  ago?: boolean;
}

/** A time in the browser's zone; the exact one in UTC on hover. */
export function When({ at, otherwise = 'never', ago = false }: WhenProps) {
  const now = useNow();
  if (at === undefined) {
    return (
      <Text span inherit c="dimmed">
        {otherwise}
      </Text>
    );
  }
  const [shown, hovered] = ago ? [relative(at, now), dateTime(at)] : [dateTime(at), relative(at, now)];
  return (
    <time dateTime={at} title={`${hovered} · ${at}`} className="figures">
      {shown}
    </time>
  );
}
