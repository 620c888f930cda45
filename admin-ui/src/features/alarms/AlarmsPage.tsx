// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '@/components/EmptyState';
import { MoreRows } from '@/components/MoreRows';
import { Page } from '@/components/Page';
import { SearchedList } from '@/components/SearchedList';
import { useTypedText } from '@/components/useTypedText';
import { AlarmList } from './AlarmList';
import { alarmsQuery } from './api';
import type { AlarmsSearch } from './search';
import { titleOf } from './words';

export function AlarmsPage() {
  const { q = '', which } = useSearch({ from: '/alarms' });
  const navigate = useNavigate({ from: '/alarms' });
  const change = (changed: AlarmsSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const [text, setText] = useTypedText(q, (typed) => change({ q: typed === '' ? undefined : typed }));
  const alarms = useInfiniteQuery(alarmsQuery(which ?? 'standing'));
  const shown = alarms.data?.pages.flatMap((page) => page.alarms).length ?? 0;
  return (
    <Page title="Alarms" subtitle="What is wrong now, and what to do about it">
      <SearchedList
        query={alarms}
        what="the alarms"
        rows={({ pages }) => pages.flatMap((page) => page.alarms)}
        words={(alarm) => [titleOf(alarm), alarm.kind, alarm.subject, alarm.detail].join(' ')}
        placeholder="Device, list or word"
        text={text}
        onText={setText}
        aside={
          <SegmentedControl
            aria-label="Which alarms"
            data={[
              { value: 'standing', label: 'Standing' },
              { value: 'all', label: 'All there were' },
            ]}
            value={which ?? 'standing'}
            onChange={(chosen) => change({ which: chosen === 'all' ? 'all' : undefined })}
          />
        }
        none={<NoAlarm all={which === 'all'} />}
        end={
          shown > 0 && (
            <MoreRows
              shown={shown}
              words={['alarm', 'alarms']}
              more={alarms.hasNextPage}
              loadingMore={alarms.isFetchingNextPage}
              onMore={() => void alarms.fetchNextPage()}
            />
          )
        }
      >
        {(found) => <AlarmList alarms={found} />}
      </SearchedList>
    </Page>
  );
}

function NoAlarm({ all }: { all: boolean }) {
  return all ? (
    <EmptyState title="There has been no alarm">
      Devices, components, list consumers, certificates and the list itself are looked at every ten seconds.
    </EmptyState>
  ) : (
    <EmptyState title="All is well">
      No alarm stands. What was and is over by now is under “All there were”.
    </EmptyState>
  );
}
