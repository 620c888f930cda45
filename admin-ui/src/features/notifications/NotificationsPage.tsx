// SPDX-License-Identifier: Apache-2.0
import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '@/components/Page';
import { useTypedText } from '@/components/useTypedText';
import { useMay } from '@/lib/session';
import { DeliveriesTab } from './DeliveriesTab';
import { MailServerTab } from './MailServerTab';
import { RecipientsTab } from './RecipientsTab';
import type { NotificationsSearch, NotificationTab } from './search';

export function NotificationsPage() {
  const { tab, q = '', state } = useSearch({ from: '/notifications' });
  const navigate = useNavigate({ from: '/notifications' });
  const change = (changed: NotificationsSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const [text, setText] = useTypedText(q, (typed) => change({ q: typed === '' ? undefined : typed }));
  const maySetUp = useMay('admin');
  const shown = maySetUp ? (tab ?? 'recipients') : 'deliveries';
  return (
    <Page
      title="Notifications"
      subtitle="Who is told of listed addresses and of alarms, and whether it arrives"
    >
      <Tabs
        value={shown}
        onChange={(chosen) => void navigate({ search: { tab: chosen as NotificationTab }, replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {maySetUp && <Tabs.Tab value="recipients">Notification Recipients</Tabs.Tab>}
          {maySetUp && <Tabs.Tab value="smtp">SMTP Settings</Tabs.Tab>}
          <Tabs.Tab value="deliveries">Deliveries</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="recipients">
          <RecipientsTab text={text} onText={setText} />
        </Tabs.Panel>
        <Tabs.Panel value="smtp">
          <MailServerTab />
        </Tabs.Panel>
        <Tabs.Panel value="deliveries">
          <DeliveriesTab
            text={text}
            onText={setText}
            state={state}
            onState={(chosen) => change({ state: chosen })}
          />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
