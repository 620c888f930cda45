// SPDX-License-Identifier: Apache-2.0
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, ApiError } from '@/lib/api';
import { enter } from '@/lib/session';
import type { SignedIn } from '@/lib/types';

interface Credentials {
  user: string;
  password: string;
}

/** What was typed is not kept: gcTime is how long it would be. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => api.post<SignedIn>('/session', credentials),
    onSuccess: (session) => enter(client, session),
    gcTime: 0,
  });
}

/** Who has no session any more is out as well. Who signs in next begins at the front. */
export function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      try {
        await api.delete<unknown>('/session');
      } catch (failure) {
        if (!(failure instanceof ApiError && failure.status === 401)) {
          throw failure;
        }
      }
    },
    onSuccess: async () => {
      await navigate({ to: '/' });
      enter(client, null);
    },
    onError: (error) =>
      notifications.show({ title: 'You are still signed in', message: error.message, color: 'red' }),
  });
}

interface PasswordChange {
  present: string;
  next: string;
}

/** Every other session of this user ends; this one goes on under another secret. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: PasswordChange) => api.put<SignedIn>('/account/password', change),
    onSuccess: (session) => {
      enter(client, session);
      notifications.show({ message: 'Your password is changed', color: 'teal' });
    },
    gcTime: 0,
  });
}
