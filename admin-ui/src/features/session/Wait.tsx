// SPDX-License-Identifier: Apache-2.0
import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '@/components/useNow';
import { ApiError } from '@/lib/api';
import { dateTime, duration } from '@/lib/format';

interface Wait {
  /** In milliseconds since 1970. */
  until: number;
  goesOn: boolean;
}

/** After too many wrong passwords: until when another is not looked at. */
export function useWait(error: Error | null): Wait | undefined {
  const now = useNow();
  const [known, setKnown] = useState<{ error: Error | null; until: number }>({ error: null, until: 0 });
  if (known.error !== error) {
    setKnown({ error, until: untilOf(error) });
  }
  return known.until === 0 ? undefined : { until: known.until, goesOn: now < known.until };
}

function untilOf(error: Error | null): number {
  const seconds = error instanceof ApiError && error.status === 429 ? error.retryAfter : undefined;
  return seconds === undefined ? 0 : Date.now() + seconds * 1000;
}

export function WaitAlert({ until }: { until: number }) {
  const left = until - useNow();
  const time = dateTime(new Date(until).toISOString()).slice(-8);
  return (
    <Alert color="yellow" title="There were too many attempts" role="alert">
      {left > 0 ? `Try again at ${time}, in ${duration(Math.max(left, 1000))}.` : 'You can try again now.'}
    </Alert>
  );
}
