// SPDX-License-Identifier: Apache-2.0
import { Group, Kbd, Modal, Stack, Table, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type SingleKeys, useSingleKeys } from '@/components/singleKeys';
import { SingleKeysSwitch } from '@/components/SingleKeysSwitch';
import { useOfferedPages } from './pages';

interface KeysProps {
  shown: boolean;
  onShow: () => void;
  onClose: () => void;
}

/** The keys that work on every page, and the list of them. */
export function Keys({ shown, onShow, onClose }: KeysProps) {
  const navigate = useNavigate();
  const pages = useOfferedPages();
  const keys: SingleKeys = { '?': onShow };
  for (const { key, to } of pages) {
    keys[`g ${key}`] = () => void navigate({ to });
  }
  useSingleKeys(keys);
  return (
    <Modal opened={shown} onClose={onClose} title="Keyboard keys" centered>
      <Stack>
        <SingleKeysSwitch />
        <Table verticalSpacing={6} withRowBorders={false} aria-label="Keyboard keys">
          <Table.Tbody>
            <Key keys={['/']}>Search the list that is shown</Key>
            <Key keys={['?']}>Show these keys</Key>
            {pages.map(({ key, label }) => (
              <Key key={key} keys={['g', key]}>
                To {label}
              </Key>
            ))}
            <Key keys={['Esc']}>Close what is open</Key>
            <Key keys={['Tab']}>To the next field or button</Key>
            <Key keys={['Enter']}>Open, press or send it</Key>
          </Table.Tbody>
        </Table>
      </Stack>
    </Modal>
  );
}

function Key({ keys, children }: { keys: string[]; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Td w={120}>
        <Group gap={4}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{children}</Text>
      </Table.Td>
    </Table.Tr>
  );
}
