// SPDX-License-Identifier: Apache-2.0
import { Alert, Card, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { AnchorLink, InlineLink } from '@/components/AnchorLink';
import { WarningIcon } from '@/components/icons';
import { AlarmList } from '@/features/alarms/AlarmList';
import { alarmsQuery } from '@/features/alarms/api';
import { capitalised, count } from '@/lib/format';
import type { Alarm, Status } from '@/lib/types';

const most = 3;

/** What an operator should see before anything else. */
export function Alarms({ status }: { status: Status }) {
  const { data } = useInfiniteQuery(alarmsQuery('standing'));
  const standing = data?.pages.flatMap((page) => page.alarms) ?? [];
  const open = standing.filter(({ acknowledgedAt }) => acknowledgedAt === undefined);
  const untold = untoldBy(standing, status);
  if (status.on !== false && untold.length === 0 && open.length === 0) {
    return null;
  }
  return (
    <Stack gap="xs">
      {status.on === false && (
        <Alert color="yellow" icon={<WarningIcon />} title="The system is off" role="alert">
          No source is being detected; log lines wait. <InlineLink to="/system">To the switch</InlineLink>
        </Alert>
      )}
      {untold.map(({ name, detail }) => (
        <Alert
          key={name}
          color="red"
          icon={<WarningIcon />}
          title={`${capitalised(name)} needs attention`}
          role="alert"
        >
          {capitalised(detail ?? 'it does not do its work')}
        </Alert>
      ))}
      {open.length > 0 && (
        <Card withBorder padding={0} component="section" aria-label="Open alarms">
          <AlarmList alarms={open.slice(0, most)} />
          {open.length > most && (
            <AnchorLink to="/alarms" search={{}} size="sm" px="md" py="xs">
              and {count(open.length - most)} more
            </AnchorLink>
          )}
        </Card>
      )}
    </Stack>
  );
}

/** A component that is down is an alarm ten seconds later, and none while the database is away. */
function untoldBy(alarms: Alarm[], { components }: Status) {
  return components.filter(
    ({ name, up }) =>
      !up &&
      !alarms.some(({ source, subject }) => (source === 'components' && subject === name) || source === name),
  );
}
