// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core';
import type { DefenseSettings } from '@/lib/types';
import { NetworksPanel } from './NetworksPanel';

/** What is never listed. A line counts at once, and is no part of the form of the rest. */
export function NetworksTab({ settings }: { settings: DefenseSettings }) {
  return (
    <Stack gap="lg">
      <NetworksPanel
        list="own-networks"
        networks={settings.ownNetworks}
        title="Own networks"
        note="Never listed. Where any is given, only what tries these is counted by the two scan rules."
      />
      <NetworksPanel
        list="allowlist"
        networks={settings.allowlist}
        title="Allowlist"
        note="Never listed, whatever they do: partners, scanners you ordered, public resolvers."
      />
    </Stack>
  );
}
