// SPDX-License-Identifier: Apache-2.0
import { textsOf } from '@/lib/search';

export const notificationTabs = ['recipients', 'smtp', 'deliveries'] as const;
export type NotificationTab = (typeof notificationTabs)[number];

/** What is looked at, kept in the address bar. */
export interface NotificationsSearch {
  tab?: NotificationTab | undefined;
  q?: string | undefined;
  state?: string | undefined;
}

export function notificationsSearch(given: Record<string, unknown>): NotificationsSearch {
  const tab = notificationTabs.find((name) => name === given['tab']);
  return { ...textsOf(given, ['q', 'state']), ...(tab && { tab }) };
}
