// SPDX-License-Identifier: Apache-2.0
import type { MailServer, NotificationChoices, Recipient } from '@/lib/types';

export function notificationChoices(): NotificationChoices {
  return {
    channels: [
      { name: 'mail', title: 'Mail', address: 'a mail address' },
      { name: 'webhook', title: 'Webhook', address: 'a URL', secret: 'signs each message' },
    ],
    reasons: [{ id: 'port-scan', title: 'Port Scan Attack v1' }],
    alarms: [{ id: 'device-silent', title: 'A device is silent' }],
  };
}

export function aRecipient(changed: Partial<Recipient> = {}): Recipient {
  return {
    id: 4,
    name: 'SOC',
    enabled: true,
    channel: 'mail',
    address: 'soc@example.com',
    hasSecret: false,
    addressAt: '2026-11-20T10:00:00Z',
    reasons: ['port-scan'],
    alarms: ['all'],
    ...changed,
  };
}

export function aMailServer(changed: Partial<MailServer> = {}): MailServer {
  return {
    configured: true,
    host: 'mail.example.com',
    port: 587,
    security: 'starttls',
    user: 'defense',
    hasPassword: true,
    sender: 'defense@example.com',
    ...changed,
  };
}
