// SPDX-License-Identifier: Apache-2.0
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';
import { count, dateTime } from '@/lib/format';
import { toWall } from '@/lib/wall';
import type { ChartProps, Series } from './chart';

type Option = BarSeriesOption | LineSeriesOption;

/** What a chart shows, in the words of the library. */
export function optionOf(chart: ChartProps, dark: boolean, chosen: string): EChartsCoreOption {
  const zone = chart.days ? 'UTC' : chosen;
  const { amount = count } = chart;
  const ink = css(dark ? '--mantine-color-dark-1' : '--mantine-color-gray-7');
  const faint = css(dark ? '--mantine-color-dark-5' : '--mantine-color-gray-3');
  return {
    animation: false,
    // The library knows UTC and the browser's zone: it is given what the clocks of the chosen zone show, as if that were UTC.
    useUTC: true,
    grid: { left: 4, right: 12, top: 14, bottom: 10, containLabel: true },
    // By name: among rich text, as of times, the library writes a short form in which "inherit" is not allowed.
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    xAxis: {
      type: 'time',
      ...(chart.span && { min: toWall(chart.span[0], zone), max: toWall(chart.span[1], zone) }),
      axisLabel: { color: ink, hideOverlap: true, fontSize: 11 },
      axisLine: { lineStyle: { color: faint } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: ink, fontSize: 11, formatter: amount },
      splitLine: { lineStyle: { color: faint } },
      axisTick: { show: false },
    },
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: css('--mantine-color-body'),
      borderColor: faint,
      textStyle: { color: css('--mantine-color-text'), fontSize: 12 },
      formatter: (shown: unknown) => tipOf(chart, shown),
    },
    ...(chart.onChoose && {
      brush: { toolbox: [], xAxisIndex: 0, brushStyle: { color: 'rgba(34, 139, 230, 0.2)' } },
    }),
    series: chart.series.map((series, index) => seriesOf(chart, series, { first: index === 0, ink, zone })),
  };
}

interface Drawn {
  first: boolean;
  ink: string;
  zone: string;
}

function seriesOf({ kind, level }: ChartProps, series: Series, { first, ink, zone }: Drawn): Option {
  const color = css(`--mantine-color-${series.color}-6`);
  const data = series.points.map(([at, value]) => [toWall(at, zone), value, at]);
  const shared = { name: series.name, data, color };
  const mark =
    level !== undefined && first
      ? {
          markLine: {
            silent: true,
            symbol: 'none' as const,
            lineStyle: { color: css('--mantine-color-red-6'), type: 'dashed' as const },
            label: { formatter: level.name, position: 'insideStartTop' as const, color: ink },
            data: [{ yAxis: level.at }],
          },
        }
      : {};
  switch (kind) {
    case 'bars':
      return { ...shared, ...mark, type: 'bar', stack: 'all', barMaxWidth: 24 };
    case 'steps':
      return { ...shared, ...mark, type: 'line', step: 'end', symbol: 'circle', symbolSize: 8 };
    default:
      return {
        ...shared,
        ...mark,
        type: 'line',
        step: 'end',
        showSymbol: false,
        areaStyle: { opacity: 0.15 },
      };
  }
}

/** As text: what firewalls report is never read as HTML. */
function tipOf({ tip, amount: written = count }: ChartProps, shown: unknown): string {
  const { seriesName, value } = shown as {
    seriesName: string;
    value: [wall: number, amount: number, at: number];
  };
  const [, amount, at] = value;
  const words =
    tip?.(seriesName, at, amount) ??
    `${seriesName}: ${written(amount)}\n${dateTime(new Date(at).toISOString())}`;
  const holder = document.createElement('div');
  holder.textContent = words;
  return holder.innerHTML.replaceAll('\n', '<br>');
}

function css(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
