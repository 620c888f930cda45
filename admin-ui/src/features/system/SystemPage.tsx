// SPDX-License-Identifier: Apache-2.0
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { RowsSkeleton } from '@/components/Skeletons';
import { statusQuery, systemQuery } from '@/lib/queries';
import { ArchivePanel } from './ArchivePanel';
import { ComponentsTable } from './ComponentsTable';
import { ResetPanel } from './ResetPanel';
import { SystemSwitch } from './SystemSwitch';

export function SystemPage() {
  const system = useQuery(systemQuery);
  const status = useQuery(statusQuery);
  return (
    <Page title="System On Off" subtitle="Whether log lines are judged, and what runs">
      <Loaded query={system} what="the switch" skeleton={<Skeleton height={180} />}>
        {(state) => <SystemSwitch state={state} />}
      </Loaded>
      <ResetPanel />
      <ArchivePanel />
      <Panel title="Components" flush>
        <Loaded query={status} what="the components" skeleton={<RowsSkeleton rows={4} />}>
          {(now) => <ComponentsTable components={now.components} />}
        </Loaded>
      </Panel>
    </Page>
  );
}
