// SPDX-License-Identifier: Apache-2.0
import { Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AnchorLink, InlineLink } from '@/components/AnchorLink';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Panel } from '@/components/Panel';
import { RowsSkeleton } from '@/components/Skeletons';
import { When } from '@/components/When';
import { devicesQuery } from '@/features/devices/api';
import { Health } from '@/features/devices/Health';
import { pollersQuery } from '@/features/lists/api';
import { PollerBadge } from '@/features/lists/PollerBadge';
import { count } from '@/lib/format';
import type { DeviceState, PollerView } from '@/lib/types';

/** Those that are not well come first; of the others so many are shown. */
const most = 6;

export function FirewallsPanel() {
  const devices = useQuery(devicesQuery);
  return (
    <Panel
      title="Firewalls"
      aside={
        <AnchorLink to="/devices" search={{}} size="sm">
          All of them
        </AnchorLink>
      }
      flush
    >
      <Loaded query={devices} what="the firewalls" skeleton={<RowsSkeleton rows={3} />}>
        {(view) => <Firewalls devices={view.devices} />}
      </Loaded>
    </Panel>
  );
}

function Firewalls({ devices }: { devices: DeviceState[] }) {
  const ordered = devices.toSorted((one, other) => other.conditions.length - one.conditions.length);
  if (devices.length === 0) {
    return (
      <EmptyState title="No firewall yet">
        Point a firewall’s syslog here: its log file is found within a second.
      </EmptyState>
    );
  }
  return (
    <>
      <Table verticalSpacing={6} horizontalSpacing="md" aria-label="Firewalls">
        <Table.Tbody>
          {ordered.slice(0, most).map((device) => (
            <Table.Tr key={device.name}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <AnchorLink to="/devices" search={{ device: device.name }} size="sm">
                  {device.name}
                </AnchorLink>
              </Table.Td>
              <Table.Td>
                <Group justify="flex-end">
                  <Health of={device} />
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Others of={devices.length} />
    </>
  );
}

export function ConsumersPanel() {
  const pollers = useQuery(pollersQuery);
  return (
    <Panel
      title="Who fetches the lists"
      aside={
        <AnchorLink to="/lists" search={{ tab: 'consumers' }} size="sm">
          All of them
        </AnchorLink>
      }
      flush
    >
      <Loaded query={pollers} what="who fetches the lists" skeleton={<RowsSkeleton rows={3} />}>
        {(all) => <Consumers pollers={all} />}
      </Loaded>
    </Panel>
  );
}

function Consumers({ pollers }: { pollers: PollerView[] }) {
  const ordered = pollers.toSorted(
    (one, other) => Number(one.condition === 'fine') - Number(other.condition === 'fine'),
  );
  if (pollers.length === 0) {
    return (
      <EmptyState title="Nobody has fetched a list yet">
        Under{' '}
        <InlineLink to="/lists" search={{}}>
          Lists (EDL)
        </InlineLink>{' '}
        is what to enter in a firewall.
      </EmptyState>
    );
  }
  return (
    <>
      <Table verticalSpacing={6} horizontalSpacing="md" aria-label="Who fetches the lists">
        <Table.Tbody>
          {ordered.slice(0, most).map((poller) => (
            <Table.Tr key={`${poller.list} ${poller.address}`}>
              <Table.Td miw={120}>
                <Text size="sm" className="address">
                  {poller.address}
                </Text>
                <Text size="xs" c="dimmed">
                  {poller.list}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm">
                  <When at={poller.lastAt} ago />
                </Text>
                <Text size="xs" c="dimmed">
                  has it from <When at={poller.lastGoodAt} ago />
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <PollerBadge poller={poller} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Others of={pollers.length} />
    </>
  );
}

function Others({ of }: { of: number }) {
  return of > most ? (
    <Text size="xs" c="dimmed" px="md" py="xs">
      and {count(of - most)} more
    </Text>
  ) : null;
}
