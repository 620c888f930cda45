// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { dateTime, exactly, relative } from '@/lib/format';
import { useZone } from '@/lib/zone';
import { useAt } from './useNow';

interface WhenProps {
  at: string | undefined;
  /** What to say where there is no time. */
  otherwise?: string;
  /** "3 min ago" instead of the date. */
  ago?: boolean;
}

/** A time in the chosen zone; the exact one, with the zone and in UTC, on hover. */
export function When({ at, otherwise = 'never', ago = false }: WhenProps) {
  useZone();
  if (at === undefined) {
    return (
      <Text span inherit c="dimmed">
        {otherwise}
      </Text>
    );
  }
  return ago ? <Ago at={at} /> : <Time at={at}>{dateTime(at)}</Time>;
}

function Ago({ at }: { at: string }) {
  return <Time at={at}>{useAt((now) => relative(at, now))}</Time>;
}

function Time({ at, children }: { at: string; children: ReactNode }) {
  return (
    <time dateTime={at} title={exactly(at)} className="figures">
      {children}
    </time>
  );
}
