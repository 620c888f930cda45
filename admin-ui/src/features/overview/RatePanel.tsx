// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { Chart } from '@/components/charts/Chart';
import { Panel } from '@/components/Panel';
import { count, dateTime } from '@/lib/format';
import type { Status } from '@/lib/types';
import { perSecond } from './figures';
import { useRates } from './useRates';

export function RatePanel({ status }: { status: Status }) {
  const points = perSecond(useRates(status));
  const latest = points.at(-1)?.[1];
  return (
    <Panel
      title="Events per second"
      note="Judged by the detector, since this page was opened"
      aside={
        <Text fz={22} fw={700} className="figures" aria-label="Events per second now">
          {latest === undefined ? '–' : count(latest)}
        </Text>
      }
    >
      {points.length < 2 ? (
        <Text size="sm" c="dimmed" h={160}>
          {status.detector.length === 0
            ? 'The detector has not reported yet.'
            : 'It is drawn from the third look on, in a few seconds.'}
        </Text>
      ) : (
        <Chart
          label="Events per second over time"
          kind="line"
          height={160}
          series={[{ name: 'Events per second', color: 'blue', points }]}
          words={points
            .slice(-5)
            .map(([at, rate]) => [dateTime(new Date(at).toISOString()), count(rate)] as const)}
        />
      )}
    </Panel>
  );
}
