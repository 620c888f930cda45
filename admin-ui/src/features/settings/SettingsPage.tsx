// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { useTypedText } from '@/components/useTypedText';
import { restOf, settingsQuery } from './api';
import { NetworksTab } from './NetworksTab';
import type { SettingsSearch, SettingsTab } from './search';
import { SettingsForm } from './SettingsForm';
import { VersionsTab } from './VersionsTab';

export function SettingsPage() {
  const { tab = 'rules', q = '' } = useSearch({ from: '/settings' });
  const navigate = useNavigate({ from: '/settings' });
  const change = (search: SettingsSearch) => void navigate({ search, replace: true });
  const [text, setText] = useTypedText(q, (typed) => change({ tab, q: typed === '' ? undefined : typed }));
  const settings = useQuery(settingsQuery);
  const [formSeen, setFormSeen] = useState(tab === 'rules');
  if (tab === 'rules' && !formSeen) {
    setFormSeen(true);
  }
  return (
    <Page title="ActiveDefense Settings" subtitle="What is counted as an attack, and who is never listed">
      <Tabs
        value={tab}
        onChange={(chosen) => change(chosen === 'rules' ? {} : { tab: chosen as SettingsTab })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="rules">Rules and terms</Tabs.Tab>
          <Tabs.Tab value="networks">Own networks and allowlist</Tabs.Tab>
          <Tabs.Tab value="versions">Versions</Tabs.Tab>
        </Tabs.List>
        <Loaded query={settings} what="the settings" skeleton={<SettingsSkeleton />}>
          {(document) => (
            <div>
              {/* What was typed is still there after a look at the others. */}
              <Tabs.Panel value="rules" keepMounted>
                {formSeen && <SettingsForm key={restOf(document)} settings={document} />}
              </Tabs.Panel>
              <Tabs.Panel value="networks">
                <NetworksTab settings={document} />
              </Tabs.Panel>
              <Tabs.Panel value="versions">
                <VersionsTab inForce={document.version} text={text} onText={setText} />
              </Tabs.Panel>
            </div>
          )}
        </Loaded>
      </Tabs>
    </Page>
  );
}

function SettingsSkeleton() {
  return (
    <Stack>
      {Array.from({ length: 4 }, (_, panel) => (
        <Skeleton key={panel} height={150} />
      ))}
    </Stack>
  );
}
