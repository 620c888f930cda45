// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { settingsQuery } from './api';
import { SettingsForm } from './SettingsForm';

export function SettingsPage() {
  const settings = useQuery(settingsQuery);
  return (
    <Page title="ActiveDefense Settings" subtitle="What is counted as an attack, and who is never listed">
      <Loaded query={settings} what="the settings" skeleton={<SettingsSkeleton />}>
        {(document) => <SettingsForm key={document.version} settings={document} />}
      </Loaded>
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
