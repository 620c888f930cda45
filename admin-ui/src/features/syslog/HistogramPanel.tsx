// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Chart } from '@/components/charts/Chart';
import { Loaded } from '@/components/Loaded';
import { Panel } from '@/components/Panel';
import { count, dateTime, duration } from '@/lib/format';
import type { RecordHistogram } from '@/lib/types';
import { histogramQuery } from './api';
import type { SyslogSearch } from './search';

interface HistogramPanelProps {
  search: SyslogSearch;
  onChange: (changed: SyslogSearch) => void;
}

export function HistogramPanel({ search, onChange }: HistogramPanelProps) {
  const histogram = useQuery(histogramQuery(search));
  const zoomed = search.from !== undefined || search.until !== undefined;
  return (
    <Panel
      title="Records over time"
      note="Drag over a stretch of time to look at it alone"
      aside={
        zoomed && (
          <Button
            size="xs"
            variant="default"
            onClick={() => onChange({ from: undefined, until: undefined, last: undefined })}
          >
            The last 24 hours
          </Button>
        )
      }
    >
      <Loaded query={histogram} what="the records over time" skeleton={<Skeleton height={130} />}>
        {(told) => <Bars histogram={told} onChange={onChange} />}
      </Loaded>
    </Panel>
  );
}

function Bars({
  histogram,
  onChange,
}: {
  histogram: RecordHistogram;
  onChange: HistogramPanelProps['onChange'];
}) {
  const choose = useCallback(
    (from: number, until: number) =>
      onChange({ from: whole(from), until: whole(until + 60_000), last: undefined }),
    [onChange],
  );
  const { bars, stepSeconds } = histogram;
  const all = bars.reduce((sum, { records }) => sum + records, 0);
  return (
    <>
      <Chart
        label="Records over time"
        kind="bars"
        height={130}
        series={[
          {
            name: 'Records',
            color: 'blue',
            points: bars.map(({ from, records }) => [Date.parse(from), records] as const),
          },
        ]}
        span={[Date.parse(histogram.from), Date.parse(histogram.until)]}
        words={bars.map(({ from, records }) => [dateTime(from), count(records)] as const)}
        onChoose={choose}
      />
      <Text size="xs" c="dimmed">
        {all === 1 ? 'One record' : `${count(all)} records`}; each bar is {duration(stepSeconds * 1000)}
      </Text>
    </>
  );
}

function whole(time: number): string {
  return new Date(Math.floor(time / 60_000) * 60_000).toISOString();
}
