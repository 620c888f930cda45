// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { useTypedText } from '@/components/useTypedText';
import { Run } from '@/features/backtest/Run';
import { RunsList } from '@/features/backtest/RunsList';
import type { Tried } from '@/features/backtest/tried';
import { restOf, settingsQuery } from './api';
import { NetworksTab } from './NetworksTab';
import type { SettingsSearch, SettingsTab } from './search';
import { SettingsForm } from './SettingsForm';
import { VersionsTab } from './VersionsTab';

export function SettingsPage() {
  const { tab = 'rules', q = '', run, change: wanted } = useSearch({ from: '/settings' });
  const navigate = useNavigate({ from: '/settings' });
  const change = (search: SettingsSearch) => void navigate({ search, replace: true });
  const [text, setText] = useTypedText(q, (typed) =>
    change({ tab, run, change: wanted, q: typed === '' ? undefined : typed }),
  );
  const settings = useQuery(settingsQuery);
  const [tried, setTried] = useState<Tried>();
  const taken = useCallback(() => setTried(undefined), []);
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
          <Tabs.Tab value="history">Tried on history</Tabs.Tab>
          <Tabs.Tab value="versions">Versions</Tabs.Tab>
        </Tabs.List>
        <Loaded query={settings} what="the settings" skeleton={<SettingsSkeleton />}>
          {(document) => (
            <div>
              {/* What was typed is still there after a look at the others. */}
              <Tabs.Panel value="rules" keepMounted>
                {formSeen && (
                  <SettingsForm key={restOf(document)} settings={document} tried={tried} onTaken={taken} />
                )}
              </Tabs.Panel>
              <Tabs.Panel value="networks">
                <NetworksTab settings={document} />
              </Tabs.Panel>
              <Tabs.Panel value="history">
                {run === undefined ? (
                  <RunsList inForce={document} text={text} onText={setText} />
                ) : (
                  <Run
                    id={run}
                    text={text}
                    onText={setText}
                    change={wanted}
                    onChange={(next) => change({ tab, run, q: q === '' ? undefined : q, change: next })}
                    onTake={(underTest) => {
                      setTried(underTest);
                      void navigate({ search: {} });
                    }}
                  />
                )}
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
