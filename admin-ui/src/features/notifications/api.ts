// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '@/lib/api';
import { done } from '@/lib/notices';
import type {
  DeliveryPage,
  MailServer,
  MailServerWish,
  NewRecipient,
  NotificationChoices,
  NotificationSettings,
  Recipient,
  RecipientList,
  TestResult,
} from '@/lib/types';

const root = '/notifications';

export const choicesQuery = queryOptions({
  queryKey: ['notifications', 'choices'],
  queryFn: ({ signal }) => api.get<NotificationChoices>(`${root}/choices`, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const recipientsQuery = queryOptions({
  queryKey: ['notifications', 'recipients'],
  queryFn: ({ signal }) => api.get<RecipientList>(`${root}/recipients`, {}, signal),
});

/** Neither is asked again by itself: somebody may be typing. */
export const mailServerQuery = queryOptions({
  queryKey: ['notifications', 'mail-server'],
  queryFn: ({ signal }) => api.get<MailServer>(`${root}/mail-server`, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnMount: 'always',
});

export const notificationSettingsQuery = queryOptions({
  queryKey: ['notifications', 'settings'],
  queryFn: ({ signal }) => api.get<NotificationSettings>(`${root}/settings`, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnMount: 'always',
});

export function deliveriesQuery(state: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['notifications', 'deliveries', state],
    queryFn: ({ pageParam: before, signal }) =>
      api.get<DeliveryPage>(`${root}/deliveries`, { state, before, limit: 100 }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
}

/** Passwords and secrets that were typed are not kept: gcTime is how long they would be. */
export function useSaveMailServer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: MailServerWish) => api.put<MailServer>(`${root}/mail-server`, wish),
    onSuccess: (saved) => {
      done('The mail server is set up');
      client.setQueryData(mailServerQuery.queryKey, saved);
    },
    gcTime: 0,
  });
}

export function useGiveUpMailServer() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => api.delete<unknown>(`${root}/mail-server`),
    onSuccess: () => {
      done('No mail is sent any more');
      return refresh();
    },
  });
}

export function useTestMail() {
  return useMutation({
    mutationFn: (to: string) => api.post<TestResult>(`${root}/mail-server/test`, { to }),
  });
}

export function useSaveNotificationSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: NotificationSettings) => api.put<NotificationSettings>(`${root}/settings`, wish),
    onSuccess: (saved) => {
      done('What holds for all recipients is saved');
      client.setQueryData(notificationSettingsQuery.queryKey, saved);
    },
  });
}

export function useAddRecipient() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (wish: NewRecipient) => api.post<Recipient>(`${root}/recipients`, wish),
    onSuccess: ({ name }) => {
      done(`${name} is told from now on`);
      return refresh();
    },
    gcTime: 0,
  });
}

export function useChangeRecipient({ id, name }: Recipient) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (wish: NewRecipient) => api.put<Recipient>(`${root}/recipients/${id}`, wish),
    onSuccess: () => {
      done(`${name} is changed`);
      return refresh();
    },
    gcTime: 0,
  });
}

export function useRemoveRecipient({ id, name }: Recipient) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => api.delete<unknown>(`${root}/recipients/${id}`),
    onSuccess: () => {
      done(`${name} is told nothing any more`);
      return refresh();
    },
  });
}

export function useTestRecipient({ id }: Recipient) {
  return useMutation({ mutationFn: () => api.post<TestResult>(`${root}/recipients/${id}/test`) });
}

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['notifications'] });
}
