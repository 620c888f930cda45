// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { daysAhead } from '@/lib/format';
import type { MadeToken, NewToken, Role, SessionList, TokenList } from '@/lib/types';

export const ownSessionsQuery = queryOptions({
  queryKey: ['sessions', 'own'],
  queryFn: ({ signal }) => api.get<SessionList>('/account/sessions', {}, signal),
});

/** One's own; an admin gets everybody's. */
export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => api.get<TokenList>('/tokens', {}, signal),
});

/** Under which path a session is ended: one's own, or as an admin anybody's. */
export function useEndSession(path: '/account/sessions' | '/sessions') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.delete<unknown>(`${path}/${id}`),
    onSuccess: () => {
      // Not waited for: what shows how it went may be gone with the row by then.
      void client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
}

interface Wish {
  name: string;
  role: Role;
  days: number;
}

/** The secret is not kept: gcTime is how long it would be. */
export function useMakeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ days, ...token }: Wish) =>
      api.post<MadeToken>('/tokens', { ...token, expiresAt: daysAhead(days) } satisfies NewToken),
    onSuccess: () => {
      // Not waited for: what shows how it went may be gone with the row by then.
      void client.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
    gcTime: 0,
  });
}

export function useWithdrawToken(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<unknown>(`/tokens/${id}`),
    onSuccess: () => {
      // Not waited for: what shows how it went may be gone with the row by then.
      void client.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
  });
}
