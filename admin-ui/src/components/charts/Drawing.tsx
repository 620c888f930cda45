// SPDX-License-Identifier: Apache-2.0
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { BarChart, LineChart } from 'echarts/charts';
import { BrushComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use as equip } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useCallback, useEffect, useState } from 'react';
import { fromWall } from '@/lib/wall';
import { useZone } from '@/lib/zone';
import type { ChartProps } from './chart';
import { optionOf } from './option';

equip([BarChart, LineChart, BrushComponent, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** Drawn once it has a place, and anew when that or the figures change. */
export default function Drawing(props: ChartProps) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  return (
    <div ref={ref} style={{ position: 'relative', overflow: 'hidden', height: '100%' }}>
      {width > 0 && height > 0 && <Drawn {...props} size={{ width, height }} />}
    </div>
  );
}

function Drawn({ size, ...props }: ChartProps & { size: { width: number; height: number } }) {
  const dark = useComputedColorScheme('light') === 'dark';
  const [chart, setChart] = useState<ECharts>();
  const zone = useZone();
  const { onChoose } = props;
  const draw = useCallback((place: HTMLDivElement) => {
    const drawn = init(place, undefined, { renderer: 'svg' });
    setChart(drawn);
    return () => drawn.dispose();
  }, []);

  useEffect(() => chart?.resize(size), [chart, size]);

  useEffect(() => {
    chart?.setOption(optionOf(props, dark, zone), { notMerge: true });
    if (props.onChoose !== undefined) {
      chart?.dispatchAction({
        type: 'takeGlobalCursor',
        key: 'brush',
        brushOption: { brushType: 'lineX', brushMode: 'single' },
      });
    }
  }, [chart, props, dark, zone]);

  useEffect(() => {
    if (chart === undefined || onChoose === undefined) {
      return undefined;
    }
    const choose = (event: unknown) => {
      const [from, until] = rangeOf(event);
      if (from !== undefined && until !== undefined && until > from) {
        onChoose(fromWall(from, zone), fromWall(until, zone));
      }
    };
    chart.on('brushEnd', choose);
    return () => {
      chart.off('brushEnd', choose);
    };
  }, [chart, onChoose, zone]);

  return <div ref={draw} style={{ position: 'absolute', ...size }} />;
}

function rangeOf(event: unknown): number[] {
  const { areas } = event as { areas: { coordRange?: number[] }[] };
  return areas[0]?.coordRange ?? [];
}
