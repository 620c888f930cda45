// SPDX-License-Identifier: Apache-2.0
import { EmptyState } from '@/components/EmptyState';
import { Figure, Figures } from '@/components/Figures';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { count, total } from '@/lib/format';
import { ruleLabel } from '@/lib/rules';
import type { DetectorStatus, Status } from '@/lib/types';

export function DetectorPanel({ status }: { status: Status }) {
  return (
    <Panel title="Detector" flush>
      {status.detector.length === 0 ? (
        <EmptyState title="The detector has not reported yet">
          It reports once it has read the settings and its first partition of events.
        </EmptyState>
      ) : (
        <DetectorFigures
          partitions={status.detector}
          progress={status.detectorProgress}
          lag={status.eventLag}
        />
      )}
    </Panel>
  );
}

interface DetectorFiguresProps {
  partitions: DetectorStatus[];
  progress: string | undefined;
  lag: number | undefined;
}

function DetectorFigures({ partitions, progress, lag }: DetectorFiguresProps) {
  const sum = (of: (partition: DetectorStatus) => number) =>
    partitions.reduce((all, one) => all + of(one), 0);
  const byRule = summed(partitions.map((partition) => partition.detections));
  return (
    <Figures>
      <Figure label="Judged up to">
        <When at={progress} otherwise="no event yet" />
      </Figure>
      <Figure label="Events that wait">{lag === undefined ? 'unknown' : count(lag)}</Figure>
      <Figure label="Events judged">{count(sum((partition) => partition.events))}</Figure>
      <Figure label="Sources followed">{count(sum((partition) => partition.trackedSources))}</Figure>
      <Figure label="Late events">{count(sum((partition) => partition.late))}</Figure>
      <Figure label="Not counted by a rule">{count(sum((partition) => total(partition.ignored)))}</Figure>
      <Figure label="Detections">
        {Object.entries(byRule).map(([rule, detections]) => (
          <div key={rule}>
            {ruleLabel(rule)}: {count(detections)}
          </div>
        ))}
        {total(byRule) === 0 && 'none yet'}
      </Figure>
    </Figures>
  );
}

function summed(parts: Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, value] of parts.flatMap(Object.entries<number>)) {
    sums[name] = (sums[name] ?? 0) + value;
  }
  return sums;
}
