// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import type { LogRecord } from '@/lib/types';

const most = 300;

interface Tail {
  records: readonly LogRecord[];
  /** Of the latest second that had too many. */
  skipped: number;
  lost: boolean;
}

const none: Tail = { records: [], skipped: 0, lost: false };

/** Lines as they come, the latest first, while an address is given. */
export function useTail(address: string | undefined): Tail {
  const [tail, setTail] = useState<{ of: string | undefined; tail: Tail }>({ of: address, tail: none });
  if (tail.of !== address) {
    setTail({ of: address, tail: none });
  }
  useEffect(() => {
    if (address === undefined) {
      return undefined;
    }
    const change = (next: (before: Tail) => Tail) =>
      setTail((before) => ({ ...before, tail: next(before.tail) }));
    const source = new EventSource(address);
    source.addEventListener('open', () => change((before) => ({ ...before, lost: false })));
    source.addEventListener('error', () => change((before) => ({ ...before, lost: true })));
    source.addEventListener('record', ({ data }) => {
      const record = JSON.parse(data as string) as LogRecord;
      change((before) => ({ ...before, records: [record, ...before.records].slice(0, most) }));
    });
    source.addEventListener('skipped', ({ data }) => {
      const { lines } = JSON.parse(data as string) as { lines: number };
      change((before) => ({ ...before, skipped: lines }));
    });
    return () => source.close();
  }, [address]);
  return tail.tail;
}
