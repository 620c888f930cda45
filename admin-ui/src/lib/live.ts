// SPDX-License-Identifier: Apache-2.0
import { useDocumentVisibility } from '@mantine/hooks';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import { addressOf } from './api';
import { statusQuery } from './queries';
import { sessionQuery } from './session';
import type { BlacklistEvent, Status } from './types';

/** Whether the service tells by itself what happens. */
export type Connection = 'opening' | 'live' | 'lost';

export const ConnectionContext = createContext<Connection>('opening');

export function useConnection(): Connection {
  return useContext(ConnectionContext);
}

/** What happened to entries since this page was opened, the latest first. */
export const newsKey = ['news'] as const;
const mostNews = 50;

/** A browser does not come back by itself where it was refused. */
const backAfter = 15_000;

/** Follows the service while the page is looked at. While it does, nothing asks for the status. */
export function useStream(): Connection {
  const client = useQueryClient();
  const visible = useDocumentVisibility() === 'visible';
  const [connection, setConnection] = useState<Connection>('opening');
  useEffect(() => (visible ? follow(client, setConnection) : undefined), [client, visible]);
  return connection;
}

/** Until what it returns is called. */
function follow(client: QueryClient, onConnection: (connection: Connection) => void): () => void {
  let again: ReturnType<typeof setTimeout> | undefined;
  let source = open();
  function open(): EventSource {
    const opened = new EventSource(addressOf('/stream'));
    opened.addEventListener('open', () => onConnection('live'));
    opened.addEventListener('status', ({ data }) => {
      client.setQueryData(statusQuery.queryKey, JSON.parse(data as string) as Status);
    });
    opened.addEventListener('blacklist', ({ data }) =>
      tell(client, JSON.parse(data as string) as BlacklistEvent),
    );
    opened.addEventListener('error', () => {
      onConnection('lost');
      if (opened.readyState === EventSource.CLOSED) {
        void client.invalidateQueries({ queryKey: sessionQuery.queryKey }, { cancelRefetch: false });
        again = setTimeout(() => {
          source = open();
        }, backAfter);
      }
    });
    return opened;
  }
  return () => {
    clearTimeout(again);
    source.close();
  };
}

function tell(client: QueryClient, event: BlacklistEvent): void {
  client.setQueryData<BlacklistEvent[]>(newsKey, (before = []) => [event, ...before].slice(0, mostNews));
}
