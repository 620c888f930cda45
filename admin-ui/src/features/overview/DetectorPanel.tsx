// SPDX-License-Identifier: Apache-2.0
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/EmptyState';
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
        <Figures partitions={status.detector} progress={status.detectorProgress} />
      )}
    </Panel>
  );
}

interface FiguresProps {
  partitions: DetectorStatus[];
  progress: string | undefined;
}

function Figures({ partitions, progress }: FiguresProps) {
  const sum = (of: (partition: DetectorStatus) => number) =>
    partitions.reduce((all, one) => all + of(one), 0);
  const byRule = summed(partitions.map((partition) => partition.detections));
  return (
    <Table variant="vertical" layout="fixed" horizontalSpacing="md" verticalSpacing="xs">
      <Table.Tbody>
        <Row label="Judged up to">
          <When at={progress} otherwise="no event yet" />
        </Row>
        <Row label="Events judged">{count(sum((partition) => partition.events))}</Row>
        <Row label="Sources followed">{count(sum((partition) => partition.trackedSources))}</Row>
        <Row label="Late events">{count(sum((partition) => partition.late))}</Row>
        <Row label="Not counted by a rule">{count(sum((partition) => total(partition.ignored)))}</Row>
        <Row label="Detections">
          {Object.entries(byRule).map(([rule, detections]) => (
            <div key={rule}>
              {ruleLabel(rule)}: {count(detections)}
            </div>
          ))}
          {total(byRule) === 0 && 'none yet'}
        </Row>
      </Table.Tbody>
    </Table>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th w={150} style={{ whiteSpace: 'normal', fontWeight: 500 }}>
        {label}
      </Table.Th>
      <Table.Td style={{ fontVariantNumeric: 'tabular-nums' }}>{children}</Table.Td>
    </Table.Tr>
  );
}

function summed(parts: Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, value] of parts.flatMap(Object.entries<number>)) {
    sums[name] = (sums[name] ?? 0) + value;
  }
  return sums;
}
