// SPDX-License-Identifier: Apache-2.0
import { Alert, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Chart } from '@/components/charts/Chart';
import { EmptyState } from '@/components/EmptyState';
import { WarningIcon } from '@/components/icons';
import { Loaded } from '@/components/Loaded';
import { Panel } from '@/components/Panel';
import { count } from '@/lib/format';
import type { BacktestRun, BacktestSource } from '@/lib/types';
import { type Found, foundQuery } from './api';
import { byWeight, type Change, changeWords, overTime, wasAllowed } from './outcome';
import { SourcesList, type SourcesListProps } from './SourcesList';

export interface OutcomeProps extends Omit<SourcesListProps, 'query' | 'run'> {
  run: BacktestRun;
}

/** What other numbers would have changed. Who was let in comes first: blocking them hurts. */
export function Outcome({ run, ...list }: OutcomeProps) {
  const found = useQuery(foundQuery(String(run.id)));
  return (
    <>
      <Loaded query={found} what="what it found" skeleton={<Skeleton height={220} />}>
        {(all) => <Told run={run} found={all} />}
      </Loaded>
      {found.data !== undefined && found.data.sources.length > 0 && (
        <SourcesList query={found} run={run} {...list} />
      )}
    </>
  );
}

function Told({ run, found: { sources, cut } }: { run: BacktestRun; found: Found }) {
  if (sources.length === 0) {
    return (
      <EmptyState title="Nothing would change">
        {run.counts.SAME === undefined || run.counts.SAME === 0
          ? 'Neither the settings in force nor these list anybody in this time.'
          : `Both list the same ${count(run.counts.SAME)}, at the same times.`}
      </EmptyState>
    );
  }
  return (
    <>
      <LetIn sources={sources} allowed={run.allowed} added={run.counts.ADDED ?? 0} />
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        {changes.map((change) => (
          <Sum key={change} change={change} sources={run.counts[change] ?? 0} />
        ))}
      </SimpleGrid>
      <Panel title="When" note="When each would first have been listed, or was and would not have been">
        <OverTime run={run} sources={sources} />
      </Panel>
      {cut && (
        <Text size="sm" role="status">
          The first {count(sources.length)} by time are shown here. A shorter stretch of time shows the
          others.
        </Text>
      )}
    </>
  );
}

const changes: readonly Change[] = ['ADDED', 'DROPPED', 'CHANGED', 'SAME'];
const mostNamed = 5;

interface LetInProps {
  sources: BacktestSource[];
  allowed: number;
  added: number;
}

function LetIn({ sources, allowed, added }: LetInProps) {
  if (added === 0) {
    return null;
  }
  if (allowed === 0) {
    return (
      <Alert color="teal" title="No firewall has let in any of those that would be added">
        Whom these numbers would block had no allowed session in this time.
      </Alert>
    );
  }
  const named = byWeight(sources.filter(wasAllowed)).slice(0, mostNamed);
  return (
    <Alert
      color="red"
      icon={<WarningIcon />}
      role="alert"
      title={
        allowed === 1
          ? 'One that would be added was let in by a firewall'
          : `${count(allowed)} of those that would be added were let in by a firewall`
      }
    >
      <Text size="sm">
        They may be customers or partners. Look at them before these numbers are in force, and put on the
        allowlist who must not be blocked.
      </Text>
      {named.map(({ source, allowedSessions, country }) => (
        <Text key={source} size="sm">
          <span className="address">{source}</span>
          {country !== undefined && `, ${country}`}: {sessions(allowedSessions)}
        </Text>
      ))}
      {allowed > named.length && <Text size="sm">and {count(allowed - named.length)} more, below</Text>}
    </Alert>
  );
}

function sessions(allowed: number): string {
  return allowed === 1 ? 'one allowed session' : `${count(allowed)} allowed sessions`;
}

function Sum({ change, sources }: { change: Change; sources: number }) {
  const { label, note } = changeWords[change];
  return (
    <Panel title={label} note={note}>
      <Text fz={28} fw={700} lh={1.1} className="figures">
        {count(sources)}
      </Text>
    </Panel>
  );
}

function OverTime({ run, sources }: { run: BacktestRun; sources: BacktestSource[] }) {
  const [from, to] = [Date.parse(run.from), Date.parse(run.to)];
  const series = overTime(sources, from, to);
  if (series.every(({ points }) => points.length === 0)) {
    return (
      <Text size="sm" c="dimmed">
        Nobody would be added or dropped: who differs is listed at another time or by other rules.
      </Text>
    );
  }
  return (
    <Chart
      label="Who would be added and dropped over time"
      kind="bars"
      height={160}
      series={series}
      span={[from, to]}
      words={series.map(({ name, points }) => [
        name,
        count(points.reduce((sum, [, amount]) => sum + amount, 0)),
      ])}
    />
  );
}
