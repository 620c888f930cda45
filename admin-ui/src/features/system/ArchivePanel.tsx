// SPDX-License-Identifier: Apache-2.0
import { Alert, Badge, Box, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { InlineLink } from '@/components/AnchorLink';
import { Chart } from '@/components/charts/Chart';
import { Figure, Figures } from '@/components/Figures';
import { WarningIcon } from '@/components/icons';
import { Loaded } from '@/components/Loaded';
import { Panel } from '@/components/Panel';
import { bytes } from '@/lib/format';
import type { Archive } from '@/lib/types';
import { archiveQuery, daysLeft } from './archive';

/** The room that log records take, and whether it lasts. */
export function ArchivePanel() {
  const archive = useQuery(archiveQuery);
  return (
    <Panel
      title="Log archive"
      note="Every line that was read, for as long as the settings keep it"
      aside={archive.data && <Filing archive={archive.data} />}
      flush
    >
      <Box p={archive.data ? 0 : 'md'}>
        <Loaded query={archive} what="the log archive" skeleton={<Skeleton height={160} />}>
          {(told) => <Told archive={told} />}
        </Loaded>
      </Box>
    </Panel>
  );
}

function Filing({ archive: { stopped } }: { archive: Archive }) {
  return (
    <Badge miw="max-content" variant="light" color={stopped === undefined ? 'teal' : 'red'}>
      {stopped === undefined ? 'Filing' : 'Stopped'}
    </Badge>
  );
}

function Told({ archive }: { archive: Archive }) {
  const { bytes: taken, bytesPerDay, expectedBytes, retentionDays, freeBytes } = archive;
  return (
    <Stack gap="md">
      <Shortage archive={archive} />
      <Figures>
        <Figure label="Takes now">{bytes(taken)}, with its indexes</Figure>
        <Figure label="A day, of late">
          {bytesPerDay === 0 ? 'known once a whole day is over' : bytes(bytesPerDay)}
        </Figure>
        <Figure label="Will take">
          {bytesPerDay === 0
            ? 'known then too'
            : `${bytes(expectedBytes)}, when its oldest day is ${retentionDays} days old`}
        </Figure>
        <Figure label="Free on its disk">
          {freeBytes === undefined ? 'not known: the database is on another host' : bytes(freeBytes)}
        </Figure>
      </Figures>
      <ByDay archive={archive} />
    </Stack>
  );
}

function Shortage({ archive }: { archive: Archive }) {
  const left = daysLeft(archive);
  if (archive.stopped !== undefined) {
    return (
      <Alert
        color="red"
        icon={<WarningIcon />}
        title="No more log records are filed"
        role="alert"
        m="md"
        mb={0}
      >
        <Text size="sm">{archive.stopped}</Text>
        <Text size="sm">
          Detection and the list go on; Kafka keeps the lines for 7 days. Make room on the disk of the
          database, or <InlineLink to="/settings">keep log records for fewer days</InlineLink>.
        </Text>
      </Alert>
    );
  }
  return (
    left !== undefined && (
      <Alert color="yellow" icon={<WarningIcon />} title="There will not be room for all days" m="md" mb={0}>
        <Text size="sm">
          At the present pace the disk is full in {left === 1 ? 'one day' : `${left} days`}. Make room, or{' '}
          <InlineLink to="/settings">keep log records for fewer days</InlineLink>.
        </Text>
      </Alert>
    )
  );
}

function ByDay({ archive }: { archive: Archive }) {
  const days = Object.entries(archive.days);
  if (days.length === 0) {
    return (
      <Text size="sm" c="dimmed" px="md" pb="md">
        No day is measured yet. The archive is measured every half minute.
      </Text>
    );
  }
  return (
    <Box px="md" pb="md">
      <Chart
        label="What each day takes"
        kind="bars"
        height={140}
        series={[
          { name: 'Taken', color: 'blue', points: days.map(([day, taken]) => [Date.parse(day), taken]) },
        ]}
        words={days.map(([day, taken]) => [day, bytes(taken)])}
        amount={bytes}
        tip={(_, at, taken) => `${bytes(taken)}\n${new Date(at).toISOString().slice(0, 10)}`}
        days
      />
    </Box>
  );
}
