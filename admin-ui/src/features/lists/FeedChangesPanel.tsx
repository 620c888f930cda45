// SPDX-License-Identifier: Apache-2.0
import { Text, Timeline } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Differences } from '@/components/Differences';
import { Loaded } from '@/components/Loaded';
import { MoreRows } from '@/components/MoreRows';
import { Panel } from '@/components/Panel';
import { RowsSkeleton } from '@/components/Skeletons';
import { When } from '@/components/When';
import { feedChangesQuery } from './api';

export function FeedChangesPanel({ name }: { name: string }) {
  const changes = useInfiniteQuery(feedChangesQuery(name));
  return (
    <Panel title="Changes" note="Of a password only that it changed is kept">
      <Loaded query={changes} what="the changes" skeleton={<RowsSkeleton rows={2} />}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.changes);
          return (
            <div>
              <Timeline bulletSize={14} lineWidth={2} active={all.length}>
                {all.map(({ version, at, by, why, differences }) => (
                  <Timeline.Item key={version} title={`Version ${version}`}>
                    <Text size="sm">{why}</Text>
                    <Text size="xs" c="dimmed">
                      <When at={at} /> · {by}
                    </Text>
                    <Differences differences={differences} />
                  </Timeline.Item>
                ))}
              </Timeline>
              <MoreRows
                shown={all.length}
                words={['change', 'changes']}
                more={changes.hasNextPage}
                loadingMore={changes.isFetchingNextPage}
                onMore={() => void changes.fetchNextPage()}
              />
            </div>
          );
        }}
      </Loaded>
    </Panel>
  );
}
