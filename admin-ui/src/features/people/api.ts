// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { sessionQuery } from '@/lib/session';
import type {
  Group,
  GroupList,
  HandedOver,
  NewGroup,
  NewUser,
  SessionList,
  User,
  UserList,
} from '@/lib/types';

export const usersQuery = queryOptions({
  queryKey: ['people', 'users'],
  queryFn: ({ signal }) => api.get<UserList>('/users', {}, signal),
});

export const groupsQuery = queryOptions({
  queryKey: ['people', 'groups'],
  queryFn: ({ signal }) => api.get<GroupList>('/groups', {}, signal),
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions', 'all'],
  queryFn: ({ signal }) => api.get<SessionList>('/sessions', {}, signal),
  refetchInterval: 10_000,
});

export function useAddUser() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (user: NewUser) => api.post<HandedOver>('/users', user),
    onSuccess: refresh,
    gcTime: 0,
  });
}

export function useChangeUser(name: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (user: NewUser) => api.put<User>(path('users', name), user),
    onSuccess: refresh,
  });
}

export function useRemoveUser(name: string) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: () => api.delete<unknown>(path('users', name)), onSuccess: refresh });
}

/** The password is not kept: gcTime is how long it would be. */
export function useResetPassword(name: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => api.post<HandedOver>(`${path('users', name)}/password`),
    onSuccess: refresh,
    gcTime: 0,
  });
}

export function useAddGroup() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (group: NewGroup) => api.post<Group>('/groups', group),
    onSuccess: refresh,
  });
}

export function useChangeGroup(name: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (group: NewGroup) => api.put<Group>(path('groups', name), group),
    onSuccess: refresh,
  });
}

export function useRemoveGroup(name: string) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: () => api.delete<unknown>(path('groups', name)), onSuccess: refresh });
}

function path(kind: 'users' | 'groups', name: string): string {
  return `/${kind}/${encodeURIComponent(name)}`;
}

/**
 * Groups show their users and users their groups, sessions end with their user, and it may be one's own role. It is not waited
 * for: what shows how it went may be gone with the user by then.
 */
function useRefresh() {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [['people'], ['sessions'], ['tokens'], sessionQuery.queryKey]) {
      void client.invalidateQueries({ queryKey });
    }
  };
}
