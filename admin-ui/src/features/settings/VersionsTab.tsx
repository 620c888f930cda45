// SPDX-License-Identifier: Apache-2.0
import { Badge, Group, Skeleton, Text, Timeline } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Differences } from '@/components/Differences';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { MoreRows } from '@/components/MoreRows';
import { ReasonedButton } from '@/components/ReasonedButton';
import { SearchedList } from '@/components/SearchedList';
import { When } from '@/components/When';
import { useMay } from '@/lib/session';
import type { SettingsChange } from '@/lib/types';
import { useRestore, versionsQuery, wayBackQuery } from './api';

interface VersionsTabProps {
  inForce: number;
  text: string;
  onText: (text: string) => void;
}

/** Who changed what, when and why, with the way back. */
export function VersionsTab({ inForce, text, onText }: VersionsTabProps) {
  const versions = useInfiniteQuery(versionsQuery);
  const shown = versions.data?.pages.flatMap((page) => page.changes).length ?? 0;
  return (
    <SearchedList
      query={versions}
      what="the versions"
      rows={({ pages }) => pages.flatMap((page) => page.changes)}
      words={({ version, by, why, differences }) =>
        [version, by, why, ...differences.flatMap(({ field, before, after }) => [field, before, after])].join(
          ' ',
        )
      }
      placeholder="Who, why, field or value"
      text={text}
      onText={onText}
      none={<EmptyState title="There is no version yet">Each change of the settings makes one.</EmptyState>}
      end={
        shown > 0 && (
          <MoreRows
            shown={shown}
            words={['version', 'versions']}
            more={versions.hasNextPage}
            loadingMore={versions.isFetchingNextPage}
            onMore={() => void versions.fetchNextPage()}
          />
        )
      }
    >
      {(found) => (
        <Timeline bulletSize={14} lineWidth={2} active={found.length} m="lg">
          {found.map((change) => (
            <Version key={change.version} change={change} inForce={inForce} />
          ))}
        </Timeline>
      )}
    </SearchedList>
  );
}

function Version({
  change: { version, at, by, why, differences },
  inForce,
}: {
  change: SettingsChange;
  inForce: number;
}) {
  const mayRestore = useMay('admin');
  return (
    <Timeline.Item
      title={
        <Group gap="xs">
          <Text span fw={600} size="sm">
            Version {version}
          </Text>
          {version === inForce ? (
            <Badge miw="max-content" variant="light" color="teal">
              In force
            </Badge>
          ) : (
            mayRestore && <Restore version={version} inForce={inForce} />
          )}
        </Group>
      }
    >
      <Text size="sm">{why}</Text>
      <Text size="xs" c="dimmed">
        <When at={at} /> · {by}
      </Text>
      <Differences differences={differences} />
    </Timeline.Item>
  );
}

function Restore({ version, inForce }: { version: number; inForce: number }) {
  return (
    <ReasonedButton
      label="Restore"
      aria-label={`Restore version ${version}`}
      size="compact-xs"
      variant="default"
      title={`Put version ${version} in force again?`}
      action="Put in force again"
      actionColor="blue"
      doing={useRestore(version, inForce)}
    >
      <WayBack version={version} inForce={inForce} />
    </ReasonedButton>
  );
}

function WayBack({ version, inForce }: { version: number; inForce: number }) {
  const changes = useQuery(wayBackQuery(inForce, version));
  return (
    <Loaded query={changes} what="what would change" skeleton={<Skeleton height={60} />}>
      {(differences) =>
        differences.length === 0 ? (
          <Text size="sm">Nothing differs from what is in force.</Text>
        ) : (
          <Differences differences={differences} />
        )
      }
    </Loaded>
  );
}
