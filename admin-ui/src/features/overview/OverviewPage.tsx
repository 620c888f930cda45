// SPDX-License-Identifier: Apache-2.0
import { SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { GuideCard } from '@/features/guide/GuideCard';
import { ComponentsTable } from '@/features/system/ComponentsTable';
import { statusQuery } from '@/lib/queries';
import type { Status } from '@/lib/types';
import { Alarms } from './Alarms';
import { DetectionsPanel, TopPanels } from './DetectionsPanels';
import { DetectorPanel } from './DetectorPanel';
import { ConsumersPanel, FirewallsPanel } from './HealthPanels';
import { ListAddress } from './ListAddress';
import { ListedCards } from './ListedCards';
import { LogFilesPanel } from './LogFilesPanel';
import { NewsPanel } from './NewsPanel';
import { RatePanel } from './RatePanel';
import { ServedListPanel } from './ServedListPanel';

export function OverviewPage() {
  const status = useQuery(statusQuery);
  return (
    <Page
      title="Overview"
      subtitle="What is blocked now, and whether everything runs"
      actions={<ListAddress />}
    >
      <Loaded query={status} what="the overview" skeleton={<OverviewSkeleton />}>
        {(now) => <Content status={now} />}
      </Loaded>
    </Page>
  );
}

function Content({ status }: { status: Status }) {
  return (
    <Stack gap="lg">
      <Alarms status={status} />
      <GuideCard />
      <ListedCards status={status} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <DetectionsPanel />
        <RatePanel status={status} />
      </SimpleGrid>
      <TopPanels />
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="lg">
        <NewsPanel />
        <FirewallsPanel />
        <ConsumersPanel />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Panel title="Components" flush>
          <ComponentsTable components={status.components} />
        </Panel>
        <Stack gap="lg">
          <ServedListPanel list={status.list} />
          <DetectorPanel status={status} />
        </Stack>
      </SimpleGrid>
      <LogFilesPanel files={status.bridge} />
    </Stack>
  );
}

function OverviewSkeleton() {
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        {Array.from({ length: 4 }, (_, card) => (
          <Skeleton key={card} height={104} />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Skeleton height={220} />
        <Skeleton height={220} />
      </SimpleGrid>
      <Skeleton height={240} />
    </Stack>
  );
}
