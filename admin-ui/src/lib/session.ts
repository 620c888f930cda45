// SPDX-License-Identifier: Apache-2.0
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, ApiError, sendWithChanges } from './api';
import type { Role, SignedIn } from './types';

/** Who is signed in on this browser; null: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => known(await ask(signal)),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  // Another tab may have signed in or out meanwhile.
  refetchOnWindowFocus: 'always',
});

async function ask(signal: AbortSignal): Promise<SignedIn | null> {
  try {
    return await api.get<SignedIn>('/session', {}, signal);
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 401) {
      return null;
    }
    throw failure;
  }
}

function known(session: SignedIn | null): SignedIn | null {
  sendWithChanges(session?.csrfToken);
  return session;
}

/** From now on this one is in, or nobody. What somebody else was shown is forgotten. */
export function enter(client: QueryClient, session: SignedIn | null): void {
  const before = client.getQueryData(sessionQuery.queryKey);
  client.setQueryData(sessionQuery.queryKey, known(session));
  if (before?.user !== session?.user) {
    client.removeQueries({ predicate: ({ queryKey }) => !isSession(queryKey) });
  }
}

export function isSession(queryKey: readonly unknown[]): boolean {
  return queryKey[0] === sessionQuery.queryKey[0];
}

/** The service let somebody not in, or not do something: the session or its rights may be others by now. */
export function doubt(client: QueryClient, error: Error): void {
  if (error instanceof ApiError && (error.status === 401 || error.status === 403)) {
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey }, { cancelRefetch: false });
  }
}

export const SessionContext = createContext<SignedIn | null>(null);

export function useSession(): SignedIn {
  const session = useContext(SessionContext);
  if (session === null) {
    throw new Error('only what is shown to somebody who is signed in asks who it is');
  }
  return session;
}

/** Each may all that the one before may. */
export const roles: readonly Role[] = ['viewer', 'operator', 'admin'];

export function covers(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** Whether who is signed in may do what needs this role: what would be refused is not offered. */
export function useMay(needed: Role): boolean {
  return covers(useSession().role, needed);
}
