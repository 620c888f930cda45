// SPDX-License-Identifier: Apache-2.0
import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/components/AnchorLink';
import { EmptyState } from '@/components/EmptyState';
import { SearchedList } from '@/components/SearchedList';
import { When } from '@/components/When';
import { count } from '@/lib/format';
import { useMay } from '@/lib/session';
import type { BacktestRun, DefenseSettings } from '@/lib/types';
import { latestQuery } from './api';
import { StateBadge } from './StateBadge';
import { differenceWords } from './tried';

interface RunsListProps {
  inForce: DefenseSettings;
  text: string;
  onText: (text: string) => void;
}

/** What was tried of late, by whoever it was. */
export function RunsList({ inForce, text, onText }: RunsListProps) {
  const runs = useQuery(latestQuery);
  return (
    <SearchedList
      query={runs}
      what="what was tried"
      rows={(latest) => latest}
      words={(run) => [differenceWords(inForce, run), run.by].join(' ')}
      placeholder="Field, value or who"
      text={text}
      onText={onText}
      none={<NoneYet />}
    >
      {(found) => (
        <Table verticalSpacing="xs" horizontalSpacing="md" aria-label="Tried on history">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Tried</Table.Th>
              <Table.Th visibleFrom="sm">Over</Table.Th>
              <Table.Th>Outcome</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map((run) => (
              <RunRow key={run.id} run={run} inForce={inForce} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </SearchedList>
  );
}

function NoneYet() {
  const mayTry = useMay('operator');
  return (
    <EmptyState title="Nothing was tried yet">
      {mayTry
        ? 'Under Rules and terms, each case has a button “Try on history”: it tells who would have been listed with other numbers, before they are in force.'
        : 'An operator can tell here who would have been listed with other numbers.'}
    </EmptyState>
  );
}

function RunRow({ run, inForce }: { run: BacktestRun; inForce: DefenseSettings }) {
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <AnchorLink to="/settings" search={{ tab: 'history', run: String(run.id) }} size="sm">
          {differenceWords(inForce, run)}
        </AnchorLink>
        <Text size="xs" c="dimmed">
          <When at={run.askedAt} ago /> · {run.by}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <When at={run.from} />
        <Text size="xs" c="dimmed">
          to <When at={run.to} />
        </Text>
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <StateBadge run={run} />
        <Text size="xs" c="dimmed">
          {stand(run)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

function stand({ state, progress, counts, failure }: BacktestRun): string {
  switch (state) {
    case 'RUNNING':
      return `${Math.floor(progress * 100)} % judged`;
    case 'DONE':
      return `${count(counts.ADDED ?? 0)} added, ${count(counts.DROPPED ?? 0)} dropped`;
    default:
      return failure ?? '';
  }
}
