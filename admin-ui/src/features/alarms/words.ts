// SPDX-License-Identifier: Apache-2.0
import { linkOptions } from '@tanstack/react-router';
import { capitalised } from '@/lib/format';
import type { Alarm } from '@/lib/types';

/** As the service names them; one that is new there still reads well. */
const titles: Record<string, string> = {
  'archive-stopped': 'Log archive stopped',
  'backlog-ends': 'What waits is deleted soon',
  burst: 'Burst of new entries',
  'certificate-ends': 'A certificate ends',
  'certificate-refused': 'A certificate can’t be used',
  'component-down': 'Component down',
  'dead-letters': 'Refused lines rise',
  'device-clock-off': 'A device’s clock is off',
  'device-silent': 'A device is silent',
  'device-unheard': 'A device is unheard of',
  'device-waiting': 'A device waits for approval',
  'disk-low': 'The disk runs short',
  'list-shrunk': 'A smaller list waits',
  'notification-failing': 'Notifications fail',
  'pipeline-lag': 'The pipeline lags',
  'poller-refused': 'A list consumer is refused',
  'poller-stopped': 'A list consumer stopped polling',
};

export function titleOf({ kind }: Alarm): string {
  return titles[kind] ?? capitalised(kind.replaceAll('-', ' '));
}

/** Where something can be done about it; absent: not on this page. */
export function placeOf({ kind, subject }: Alarm) {
  if (kind.startsWith('device-')) {
    return { label: 'To the device', link: linkOptions({ to: '/devices', search: { device: subject } }) };
  }
  if (kind.startsWith('poller-')) {
    return {
      label: 'To the list consumers',
      link: linkOptions({ to: '/lists', search: { tab: 'consumers' } }),
    };
  }
  if (kind === 'list-shrunk') {
    return { label: 'To the list', link: linkOptions({ to: '/lists', search: { list: subject } }) };
  }
  if (kind === 'burst') {
    return { label: 'To the entries', link: linkOptions({ to: '/blacklist', search: {} }) };
  }
  if (kind === 'dead-letters') {
    return { label: 'To the device', link: linkOptions({ to: '/devices', search: { device: subject } }) };
  }
  if (kind === 'archive-stopped') {
    return { label: 'To the archive', link: linkOptions({ to: '/system' }) };
  }
  if (kind === 'notification-failing') {
    return {
      label: 'To the deliveries',
      link: linkOptions({ to: '/notifications', search: { tab: 'deliveries' } }),
    };
  }
  return kind === 'component-down'
    ? { label: 'To the components', link: linkOptions({ to: '/system' }) }
    : undefined;
}
