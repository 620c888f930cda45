// SPDX-License-Identifier: Apache-2.0
import { SimpleGrid, Skeleton, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/components/AnchorLink';
import { Chart } from '@/components/charts/Chart';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Panel } from '@/components/Panel';
import { RowsSkeleton } from '@/components/Skeletons';
import { When } from '@/components/When';
import { count } from '@/lib/format';
import type { DetectionPage } from '@/lib/types';
import { detectionsQuery, topSourcesQuery } from './api';
import { byHour, day, lastDay, top, type Top } from './figures';

export function DetectionsPanel() {
  const detections = useQuery(detectionsQuery);
  return (
    <Panel title="Detections by reason" note="Of the last 24 hours, by the hour">
      <Loaded query={detections} what="the detections" skeleton={<Skeleton height={160} />}>
        {(page) => <ByHour page={page} now={detections.dataUpdatedAt} />}
      </Loaded>
    </Panel>
  );
}

function ByHour({ page, now }: { page: DetectionPage; now: number }) {
  const series = byHour(page.detections, now);
  const sums = series.map(
    ({ name, points }) => [name, points.reduce((sum, [, value]) => sum + value, 0)] as const,
  );
  if (sums.every(([, sum]) => sum === 0)) {
    return (
      <EmptyState title="None in the last 24 hours">
        No source has fired a rule. Once one does, it appears here within a minute.
      </EmptyState>
    );
  }
  return (
    <>
      <Chart
        label="Detections by reason over the last 24 hours"
        kind="bars"
        height={160}
        series={series}
        words={sums.map(([name, sum]) => [name, count(sum)] as const)}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {sums.map(([name, sum]) => `${name}: ${count(sum)}`).join(' · ')}
        <Since page={page} now={now} />
      </Text>
    </>
  );
}

/** Where more was detected than is looked at, the figures are of less than a day. */
function Since({ page, now }: { page: DetectionPage; now: number }) {
  const oldest = page.detections.at(-1)?.recordedAt;
  if (page.next === undefined || oldest === undefined || Date.parse(oldest) < now - day) {
    return null;
  }
  return (
    <>
      . These are the latest {count(page.detections.length)}, since <When at={oldest} />.
    </>
  );
}

/** Who tries most, from where, and what. */
export function TopPanels() {
  const sources = useQuery(topSourcesQuery);
  const detections = useQuery(detectionsQuery);
  const tops = (of: Parameters<typeof top>[1]) => (page: DetectionPage) => (
    <Tops rows={top(lastDay(page.detections, detections.dataUpdatedAt), of)} />
  );
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="lg">
      <Panel title="Top sources" note="Of those on the list, by hits" flush>
        <Loaded query={sources} what="the top sources" skeleton={<RowsSkeleton rows={4} />}>
          {({ entries }) =>
            entries.length === 0 ? (
              <EmptyState title="Nothing is blocked">
                The source with the most hits comes first here.
              </EmptyState>
            ) : (
              <Table verticalSpacing={6} horizontalSpacing="md" aria-label="Top sources">
                <Table.Tbody>
                  {entries.map(({ address, hits }) => (
                    <Table.Tr key={address}>
                      <Table.Td>
                        <AnchorLink to="/blacklist" search={{ entry: address }} className="address" size="sm">
                          {address}
                        </AnchorLink>
                      </Table.Td>
                      <Table.Td ta="right" className="figures">
                        {count(hits)}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )
          }
        </Loaded>
      </Panel>
      <Panel title="Top ports" note="That sources tried, who fired a rule within 24 hours" flush>
        <Loaded query={detections} what="the top ports" skeleton={<RowsSkeleton rows={4} />}>
          {tops(({ evidence }) => evidence.map(({ port }) => String(port)))}
        </Loaded>
      </Panel>
      <Panel title="Top countries" note="Of such sources" flush>
        <Loaded query={detections} what="the top countries" skeleton={<RowsSkeleton rows={4} />}>
          {tops(({ country }) => [country])}
        </Loaded>
      </Panel>
    </SimpleGrid>
  );
}

function Tops({ rows }: { rows: Top[] }) {
  return rows.length === 0 ? (
    <EmptyState title="None yet">Nothing of the kind was detected within 24 hours.</EmptyState>
  ) : (
    <Table verticalSpacing={6} horizontalSpacing="md">
      <Table.Tbody>
        {rows.map(({ name, sources }) => (
          <Table.Tr key={name}>
            <Table.Td className="figures">{name}</Table.Td>
            <Table.Td ta="right" className="figures">
              {sources === 1 ? 'one source' : `${count(sources)} sources`}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
