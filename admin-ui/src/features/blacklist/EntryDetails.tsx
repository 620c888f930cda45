// SPDX-License-Identifier: Apache-2.0
import { Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { AnchorLink } from '@/components/AnchorLink';
import { EmptyState } from '@/components/EmptyState';
import { ReasonBadge } from '@/components/ReasonBadge';
import { When } from '@/components/When';
import { anyTime } from '@/features/syslog/search';
import { count } from '@/lib/format';
import { useMay } from '@/lib/session';
import type { BlacklistEntry, EntryStory } from '@/lib/types';
import { DetectionsList } from './DetectionsList';
import { EvidenceTable } from './EvidenceTable';
import { EvidenceTimeline } from './EvidenceTimeline';
import { HistoryList } from './HistoryList';
import { Origin } from './Origin';
import { ReleaseForm } from './ReleaseForm';

interface EntryDetailsProps {
  story: EntryStory;
  onReleased: () => void;
}

export function EntryDetails({ story, onReleased }: EntryDetailsProps) {
  const { entry, history, detections } = story;
  const mayRelease = useMay('operator');
  return (
    <Stack gap="lg">
      <Group gap={6}>
        {entry.reasons.map((rule) => (
          <ReasonBadge key={rule} rule={rule} />
        ))}
        <Origin of={entry} />
      </Group>
      {entry.comment && <Text size="sm">{entry.comment}</Text>}
      <Facts entry={entry} />
      <section aria-label="Evidence">
        <Title order={3} size="h5" mb="xs">
          Evidence
        </Title>
        {entry.evidence.length === 0 ? (
          <EmptyState title="No evidence is kept">
            An operator listed this address; no rule has fired for it since.
          </EmptyState>
        ) : (
          <>
            <EvidenceTimeline story={story} />
            <EvidenceTable evidence={entry.evidence} />
          </>
        )}
      </section>
      <DetectionsList detections={detections} />
      <HistoryList history={history} />
      <AnchorLink to="/syslog" search={{ source: entry.address, last: anyTime }} size="sm">
        Its log lines
      </AnchorLink>
      {mayRelease && entry.releasedAt === undefined && (
        <ReleaseForm address={entry.address} onReleased={onReleased} />
      )}
    </Stack>
  );
}

function Facts({ entry }: { entry: BlacklistEntry }) {
  return (
    <SimpleGrid component="dl" cols={{ base: 2, sm: 3 }} m={0} spacing="md">
      <Fact name="First seen">
        <When at={entry.firstSeen} />
      </Fact>
      <Fact name="Last seen">
        <When at={entry.lastSeen} />
      </Fact>
      <Fact name="Hits">{count(entry.hits)}</Fact>
      <Fact name="Listed">
        <When at={entry.listedAt} />
      </Fact>
      {entry.releasedAt === undefined ? (
        <Fact name="Expires">
          <When at={entry.expiresAt} />
        </Fact>
      ) : (
        <Fact name="Released">
          <When at={entry.releasedAt} />
        </Fact>
      )}
      {entry.country !== undefined && <Fact name="Country">{entry.country}</Fact>}
      <Fact name="Released before">{times(entry.epoch)}</Fact>
    </SimpleGrid>
  );
}

function times(released: number): string {
  return released === 0 ? 'never' : released === 1 ? 'once' : `${count(released)} times`;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0} className="figures">
        {children}
      </Text>
    </div>
  );
}
