// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { dateTime } from '@/lib/format';
import { ErrorState } from './ErrorState';
import { WarningIcon } from './icons';

export interface QueryState<T> {
  data: T | undefined;
  error: Error | null;
  isFetching: boolean;
  dataUpdatedAt: number;
  refetch: () => unknown;
}

interface LoadedProps<T> {
  query: QueryState<T>;
  /** What is being loaded, for messages: "the blacklist". */
  what: string;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}

/** Skeleton, then data; an error with a retry; and data that could not be renewed says so. */
export function Loaded<T>({ query, what, skeleton, children }: LoadedProps<T>) {
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    return query.error ? (
      <ErrorState title={`Could not load ${what}`} error={query.error} retry={retry} />
    ) : (
      <div role="status" aria-label={`Loading ${what}`}>
        {skeleton}
      </div>
    );
  }
  return (
    <Stack gap="md">
      {query.error && <Stale since={query.dataUpdatedAt} error={query.error} retry={retry} />}
      {children(query.data)}
    </Stack>
  );
}

function Stale({ since, error, retry }: { since: number; error: Error; retry: () => void }) {
  return (
    <Alert color="yellow" icon={<WarningIcon />} role="alert">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          This is what was known at {dateTime(new Date(since).toISOString())}. {error.message}
        </Text>
        <Button size="xs" variant="light" color="yellow" onClick={retry}>
          Try again
        </Button>
      </Group>
    </Alert>
  );
}
