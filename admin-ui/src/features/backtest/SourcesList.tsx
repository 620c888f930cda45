// SPDX-License-Identifier: Apache-2.0
import { Badge, Group, Select, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { AnchorLink } from '@/components/AnchorLink';
import type { QueryState } from '@/components/Loaded';
import { MoreRows } from '@/components/MoreRows';
import { ReasonBadge } from '@/components/ReasonBadge';
import { SearchedList } from '@/components/SearchedList';
import { When } from '@/components/When';
import { count } from '@/lib/format';
import type { BacktestRun, BacktestSource } from '@/lib/types';
import type { Found } from './api';
import { byWeight, changeWords, wasAllowed } from './outcome';

const pageSize = 100;

export interface SourcesListProps {
  query: QueryState<Found>;
  run: BacktestRun;
  text: string;
  onText: (text: string) => void;
  /** Which are shown; absent: all that differ. */
  change: string | undefined;
  onChange: (change: string | undefined) => void;
}

/** Who would be listed and was not, who was and would not be. */
export function SourcesList({ query, run, text, onText, change, onChange }: SourcesListProps) {
  const [most, setMost] = useState(pageSize);
  return (
    <SearchedList
      query={query}
      what="the sources"
      rows={({ sources }) =>
        byWeight(sources).filter((each) => change === undefined || each.change === change)
      }
      words={({ source, country, was, would }) =>
        [source, country, ...(was?.rules ?? []), ...(would?.rules ?? [])].join(' ')
      }
      placeholder="Address, country or rule"
      text={text}
      onText={onText}
      aside={
        <Select
          aria-label="Which sources"
          placeholder="All that differ"
          data={(['ADDED', 'DROPPED', 'CHANGED'] as const).map((value) => ({
            value,
            label: changeWords[value].label,
          }))}
          value={change ?? null}
          onChange={(chosen) => onChange(chosen ?? undefined)}
          clearable
          w={250}
        />
      }
      none={
        <Text size="sm" c="dimmed" ta="center" py="lg">
          None is of this kind.
        </Text>
      }
    >
      {(found) => (
        <>
          <Sources sources={found.slice(0, most)} run={run} />
          <MoreRows
            shown={Math.min(found.length, most)}
            words={['source', 'sources']}
            more={found.length > most}
            loadingMore={false}
            onMore={() => setMost(most + pageSize)}
          />
        </>
      )}
    </SearchedList>
  );
}

function Sources({ sources, run }: { sources: BacktestSource[]; run: BacktestRun }) {
  return (
    <Table verticalSpacing="xs" horizontalSpacing="md" aria-label="Sources">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Source</Table.Th>
          <Table.Th visibleFrom="sm">In force</Table.Th>
          <Table.Th visibleFrom="sm">Tried</Table.Th>
          <Table.Th ta="right">Let in</Table.Th>
          <Table.Th visibleFrom="md">Country</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sources.map((each) => (
          <SourceRow key={each.source} of={each} run={run} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function SourceRow({ of, run: { from, to } }: { of: BacktestSource; run: BacktestRun }) {
  const { source, change, was, would, allowedSessions, country, listedNow } = of;
  const { one, color } = changeWords[change];
  return (
    <Table.Tr>
      <Table.Td>
        <AnchorLink
          to="/syslog"
          search={{ source, from, until: to }}
          className="address"
          size="sm"
          aria-label={`Log records of ${source}`}
        >
          {source}
        </AnchorLink>
        <Group gap={4} mt={4}>
          <Badge miw="max-content" variant="light" color={color} tt="none">
            {one}
          </Badge>
          {listedNow && (
            <Badge miw="max-content" variant="light" color="gray" tt="none">
              Listed now
            </Badge>
          )}
        </Group>
        <Text component="div" size="xs" hiddenFrom="sm" mt={4}>
          {change !== 'ADDED' && <Listing of={was} />}
          {change !== 'DROPPED' && <Listing of={would} />}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Listing of={was} />
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Listing of={would} />
      </Table.Td>
      <Table.Td ta="right" className="figures">
        <Text span size="sm" {...(wasAllowed(of) && { c: 'red', fw: 650 })}>
          {allowedSessions === 0 ? 'never' : count(allowedSessions)}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="md">{country}</Table.Td>
    </Table.Tr>
  );
}

function Listing({ of }: { of: BacktestSource['was'] }) {
  if (of === undefined) {
    return (
      <Text span size="sm" c="dimmed">
        not listed
      </Text>
    );
  }
  return (
    <>
      <When at={of.at} />
      <Group gap={4} mt={4}>
        {of.rules.map((rule) => (
          <ReasonBadge key={rule} rule={rule} />
        ))}
      </Group>
    </>
  );
}
