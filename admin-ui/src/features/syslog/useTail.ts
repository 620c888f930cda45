// SPDX-License-Identifier: Apache-2.0
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError, refusalOf } from '@/lib/api';
import { doubt } from '@/lib/session';
import type { LogRecord } from '@/lib/types';

const most = 300;

interface Tail {
  records: readonly LogRecord[];
  /** Of the latest second that had too many. */
  skipped: number;
  /** Why none come, and what is done about it. */
  trouble?: string | undefined;
}

const none: Tail = { records: [], skipped: 0 };

/** Lines as they come, the latest first, while an address is given. */
export function useTail(address: string | undefined): Tail {
  const client = useQueryClient();
  const [tail, setTail] = useState<{ of: string | undefined; tail: Tail }>({ of: address, tail: none });
  if (tail.of !== address) {
    setTail({ of: address, tail: none });
  }
  useEffect(
    () =>
      address === undefined
        ? undefined
        : follow(client, address, (next) => setTail((before) => ({ ...before, tail: next(before.tail) }))),
    [client, address],
  );
  return tail.tail;
}

type Change = (next: (before: Tail) => Tail) => void;

/** Until what it returns is called. A browser comes back by itself where a connection broke, not where it was refused. */
function follow(client: QueryClient, address: string, change: Change): () => void {
  const over = new AbortController();
  let again: ReturnType<typeof setTimeout> | undefined;
  let refusals = 0;
  let source = open();
  function open(): EventSource {
    const opened = new EventSource(address);
    opened.addEventListener('open', () => {
      refusals = 0;
      change((before) => ({ ...before, trouble: undefined }));
    });
    opened.addEventListener('error', () => {
      change((before) => ({ ...before, trouble: 'The connection was lost; it is tried again.' }));
      if (opened.readyState === EventSource.CLOSED) {
        void comeBack();
      }
    });
    opened.addEventListener('record', ({ data }) => {
      const record = JSON.parse(data as string) as LogRecord;
      change((before) => ({ ...before, records: [record, ...before.records].slice(0, most) }));
    });
    opened.addEventListener('skipped', ({ data }) => {
      const { lines } = JSON.parse(data as string) as { lines: number };
      change((before) => ({ ...before, skipped: lines }));
    });
    return opened;
  }
  async function comeBack(): Promise<void> {
    const refusal = await reasonOf(address, over.signal);
    if (over.signal.aborted) {
      return;
    }
    refusals += 1;
    const seconds = Math.max(pause(refusals), refusal?.retryAfter ?? 0);
    if (refusal !== undefined) {
      doubt(client, refusal);
      change((before) => ({ ...before, trouble: `${refusal.message} It is tried again in ${seconds} s.` }));
    }
    again = setTimeout(() => {
      source = open();
    }, seconds * 1000);
  }
  return () => {
    over.abort();
    clearTimeout(again);
    source.close();
  };
}

/** 2, 4, 8 and so on, at most a minute. */
function pause(refusals: number): number {
  return Math.min(60, 2 ** refusals);
}

/** Nothing: nobody refuses by now, or nobody wants to know any more. */
async function reasonOf(address: string, signal: AbortSignal): Promise<ApiError | undefined> {
  try {
    return await refusalOf(address, signal);
  } catch (failure) {
    if (failure instanceof ApiError) {
      return failure;
    }
    if (signal.aborted) {
      return undefined;
    }
    throw failure;
  }
}
