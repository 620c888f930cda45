// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { InlineLink } from '@/components/AnchorLink';
import { Loaded } from '@/components/Loaded';
import { RowsSkeleton } from '@/components/Skeletons';
import { When } from '@/components/When';
import { feedsQuery } from '@/features/lists/api';
import { FirewallSteps } from '@/features/lists/FirewallSteps';
import { listsOf } from '@/features/lists/list';
import { count } from '@/lib/format';
import type { PollerView } from '@/lib/types';

export function ListStep({ pollers }: { pollers: PollerView[] }) {
  const feeds = useQuery(feedsQuery);
  return (
    <Stack gap="sm">
      <Polls pollers={pollers} />
      <Loaded query={feeds} what="the list" skeleton={<RowsSkeleton rows={4} />}>
        {(all) =>
          listsOf(all)
            .slice(0, 1)
            .map((list) => <FirewallSteps key={list.name} list={list} />)
        }
      </Loaded>
    </Stack>
  );
}

function Polls({ pollers }: { pollers: PollerView[] }) {
  const latest = pollers.toSorted((one, other) => Date.parse(other.lastAt) - Date.parse(one.lastAt))[0];
  return (
    <Text size="sm" role="status" fw={600}>
      {latest === undefined ? (
        'Nobody has fetched the list yet. This says so within ten seconds of the first time.'
      ) : (
        <>
          {pollers.length === 1 ? 'One consumer fetches' : `${count(pollers.length)} consumers fetch`} lists;
          the latest, {latest.address}, <When at={latest.lastAt} ago />. All are under{' '}
          <InlineLink to="/lists" search={{ tab: 'consumers' }}>
            Who polls
          </InlineLink>
          .
        </>
      )}
    </Text>
  );
}
