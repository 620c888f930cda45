// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { When } from '@/components/When';
import { bytes, count, duration, total } from '@/lib/format';
import { useMay } from '@/lib/session';
import type { DeviceState } from '@/lib/types';
import { useApprove } from './approve';
import classes from './DevicesTable.module.css';
import { Health } from './Health';
import { type DeviceSums, sums } from './sums';

interface DevicesTableProps {
  devices: DeviceState[];
  onOpen: (name: string) => void;
}

export function DevicesTable({ devices, onOpen }: DevicesTableProps) {
  return (
    <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Device</Table.Th>
          <Table.Th>Health</Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            Lines
          </Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            Behind
          </Table.Th>
          <Table.Th ta="right" visibleFrom="md">
            Refused
          </Table.Th>
          <Table.Th visibleFrom="md">Last written</Table.Th>
          <Table.Th visibleFrom="lg">Time zone</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {devices.map((device) => (
          <DeviceRow key={device.name} device={device} onOpen={() => onOpen(device.name)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function DeviceRow({ device, onOpen }: { device: DeviceState; onOpen: () => void }) {
  const all = sums(device);
  const refused = total(all.refusedByReason);
  return (
    <Table.Tr className={classes.row} onClick={onOpen}>
      <Table.Td className={classes.cell}>
        {/* The row is for the mouse, the button for everyone. */}
        <UnstyledButton className={classes.name} aria-label={`Details of ${device.name}`}>
          {device.name}
        </UnstyledButton>
        <Text size="xs" c="dimmed">
          {device.registration ? 'Registered' : 'Discovered'}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          <Health of={device} />
          <Approve device={device} />
        </Group>
      </Table.Td>
      <Table.Td ta="right" className="figures" visibleFrom="sm">
        {count(all.lines)}
      </Table.Td>
      <Table.Td ta="right" className="figures" visibleFrom="sm">
        {behind(all)}
      </Table.Td>
      <Table.Td ta="right" className="figures" visibleFrom="md" c={refused > 0 ? 'red' : undefined}>
        {count(refused)}
      </Table.Td>
      <Table.Td visibleFrom="md">
        <When at={all.grewAt} ago />
      </Table.Td>
      <Table.Td visibleFrom="lg">{device.registration?.device.timeZone ?? 'The host’s'}</Table.Td>
    </Table.Tr>
  );
}

function Approve({ device }: { device: DeviceState }) {
  const mayDecide = useMay('operator');
  const { approve, approving } = useApprove(device);
  if (!mayDecide || !device.conditions.some(({ kind }) => kind === 'waiting')) {
    return null;
  }
  return (
    <Button
      size="compact-xs"
      variant="light"
      loading={approving}
      aria-label={`Approve ${device.name}`}
      onClick={(event) => {
        event.stopPropagation();
        approve();
      }}
    >
      Approve
    </Button>
  );
}

export function behind({ lagBytes, lagSeconds }: DeviceSums): string {
  if (lagBytes === 0) {
    return 'none';
  }
  return lagSeconds > 0 ? `${bytes(lagBytes)}, ${duration(lagSeconds * 1000)}` : bytes(lagBytes);
}
