// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core';
import { NetworksPanel } from '@/features/settings/NetworksPanel';
import type { DefenseSettings } from '@/lib/types';

export function NetworksStep({ settings }: { settings: DefenseSettings }) {
  return (
    <Stack gap="sm">
      <Text size="sm">
        The public networks that are yours. They are never listed, and the two scan rules count only what
        tries them: without any, every destination counts. Private ranges such as 10.0.0.0/8 are known
        already.
      </Text>
      <NetworksPanel
        list="own-networks"
        networks={settings.ownNetworks}
        title="Own networks"
        note="A line counts at once. The allowlist is under ActiveDefense Settings."
      />
    </Stack>
  );
}
