// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Anchor, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { CheckIcon, CopyIcon } from '@/components/icons';

/** Where firewalls fetch the list. */
export function ListAddress() {
  const address = new URL('/files/blacklist.txt', window.location.href).href;
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="sm" c="dimmed" visibleFrom="sm">
        The list:
      </Text>
      <Anchor href={address} size="sm" className="address">
        {address}
      </Anchor>
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : 'Copy'}>
            <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label="Copy the list's address">
              {copied ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
