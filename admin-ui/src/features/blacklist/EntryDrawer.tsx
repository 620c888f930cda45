// SPDX-License-Identifier: Apache-2.0
import { Drawer, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Copy } from '@/components/Copy';
import { Loaded } from '@/components/Loaded';
import { entryQuery } from './api';
import { EntryDetails } from './EntryDetails';

interface EntryDrawerProps {
  address: string | undefined;
  onClose: () => void;
}

export function EntryDrawer({ address, onClose }: EntryDrawerProps) {
  const shown = useLastGiven(address);
  return (
    <Drawer
      opened={address !== undefined}
      onClose={onClose}
      position="right"
      size="xl"
      title={
        <Group gap={4} wrap="nowrap">
          <Text span fw={650} size="lg" className="address">
            {shown}
          </Text>
          {shown !== undefined && <Copy text={shown} what="the address" />}
        </Group>
      }
    >
      {shown !== undefined && <Content key={shown} address={shown} onReleased={onClose} />}
    </Drawer>
  );
}

function Content({ address, onReleased }: { address: string; onReleased: () => void }) {
  const entry = useQuery(entryQuery(address));
  return (
    <Loaded query={entry} what={address} skeleton={<DrawerSkeleton />}>
      {(story) => <EntryDetails story={story} onReleased={onReleased} />}
    </Loaded>
  );
}

function DrawerSkeleton() {
  return (
    <Stack>
      <Skeleton height={24} width="60%" />
      <Skeleton height={120} />
      <Skeleton height={240} />
    </Stack>
  );
}

/** So that the content stays while the drawer slides away. */
function useLastGiven(address: string | undefined): string | undefined {
  const [last, setLast] = useState(address);
  if (address !== undefined && address !== last) {
    setLast(address);
  }
  return address ?? last;
}
