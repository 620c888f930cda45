// SPDX-License-Identifier: Apache-2.0
import { Button, Card, Drawer, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { PlusIcon } from '@/components/icons';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { SearchInput } from '@/components/SearchInput';
import { RowsSkeleton } from '@/components/Skeletons';
import { count } from '@/lib/format';
import { useMay } from '@/lib/session';
import type { DevicesView, DeviceState } from '@/lib/types';
import { devicesQuery } from './api';
import { DeviceDetails } from './DeviceDetails';
import { DevicesTable } from './DevicesTable';
import { RegisterModal } from './RegisterModal';
import type { DevicesSearch } from './search';

export function DevicesPage() {
  const search = useSearch({ from: '/devices' });
  const navigate = useNavigate({ from: '/devices' });
  const change = (changed: DevicesSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const [text, setText] = useState(search.q ?? '');
  const look = (q: string) => {
    setText(q);
    change({ q: q.trim() === '' ? undefined : q.trim() });
  };
  const [registering, register] = useDisclosure(false);
  const mayDecide = useMay('operator');
  const devices = useQuery(devicesQuery);
  const open = devices.data?.devices.find(({ name }) => name === search.device);
  return (
    <Page
      title="Syslog Devices"
      subtitle="The firewalls whose logs are read, and how each of them is"
      actions={
        mayDecide && (
          <Button leftSection={<PlusIcon />} onClick={register.open}>
            Register a device
          </Button>
        )
      }
    >
      <Card withBorder padding={0}>
        <Group p="sm" justify="space-between">
          <SearchInput
            label="Search devices"
            placeholder="Name or file"
            value={text}
            onChange={look}
            hotkey
          />
          {devices.data && (
            <Text size="xs" c="dimmed">
              {policy(devices.data)}
            </Text>
          )}
        </Group>
        <Loaded query={devices} what="the devices" skeleton={<RowsSkeleton rows={6} />}>
          {(view) => (
            <Devices view={view} text={text} onLook={look} onOpen={(device) => change({ device })} />
          )}
        </Loaded>
      </Card>
      <RegisterModal opened={registering} onClose={register.close} />
      <DeviceDrawer device={open} onClose={() => change({ device: undefined })} />
    </Page>
  );
}

function policy({ devices, settings }: DevicesView): string {
  const known = devices.length === 1 ? 'One device' : `${count(devices.length)} devices`;
  return settings.newDevices === 'wait'
    ? `${known}; new ones wait for approval`
    : `${known}; new ones are read, up to ${count(settings.mostDevices)}`;
}

interface DevicesProps {
  view: DevicesView;
  text: string;
  onLook: (text: string) => void;
  onOpen: (name: string) => void;
}

function Devices({ view, text, onLook, onOpen }: DevicesProps) {
  const wanted = text.trim().toLowerCase();
  const shown = view.devices.filter((device) => words(device).includes(wanted));
  if (view.devices.length === 0) {
    return (
      <EmptyState title="No device yet">
        Point a firewall’s syslog here: its log file is found within a second. You can also register it
        before.
      </EmptyState>
    );
  }
  if (shown.length === 0) {
    return (
      <EmptyState
        title={`No device matches “${text}”`}
        action={
          <Button variant="light" mt="sm" onClick={() => onLook('')}>
            Show every device
          </Button>
        }
      >
        Neither a name nor a file holds this.
      </EmptyState>
    );
  }
  return <DevicesTable devices={shown} onOpen={onOpen} />;
}

function words({ name, files, registration }: DeviceState): string {
  return [name, registration?.device.timeZone, ...files.map(({ file }) => file)].join(' ').toLowerCase();
}

function DeviceDrawer({ device, onClose }: { device: DeviceState | undefined; onClose: () => void }) {
  return (
    <Drawer
      opened={device !== undefined}
      onClose={onClose}
      position="right"
      size="xl"
      title={
        <Text span fw={650} size="lg" style={{ overflowWrap: 'anywhere' }}>
          {device?.name}
        </Text>
      }
    >
      {device && <DeviceDetails key={device.name} device={device} />}
    </Drawer>
  );
}
