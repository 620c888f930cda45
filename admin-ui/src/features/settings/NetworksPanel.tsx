// SPDX-License-Identifier: Apache-2.0
import { Table, Text } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { Panel } from '@/components/Panel';
import { ReasonedButton } from '@/components/ReasonedButton';
import { SearchInput } from '@/components/SearchInput';
import { When } from '@/components/When';
import { count } from '@/lib/format';
import { useMay } from '@/lib/session';
import type { Network } from '@/lib/types';
import { AddNetwork } from './AddNetwork';
import { type NetworksOf, useRemoveNetwork } from './api';

interface NetworksPanelProps {
  list: NetworksOf;
  networks: Network[];
  title: string;
  note: string;
}

/** More lines than this are narrowed by a search: a list may hold 10,000. */
const mostShown = 50;

export function NetworksPanel({ list, networks, title, note }: NetworksPanelProps) {
  const [text, setText] = useState('');
  const mayChange = useMay('operator');
  return (
    <Panel
      title={`${title} (${count(networks.length)})`}
      note={note}
      aside={
        <SearchInput
          label={`Search ${title}`}
          placeholder="Network or comment"
          value={text}
          onChange={setText}
          hotkey={list === 'allowlist'}
        />
      }
      flush
    >
      <Networks list={list} title={title} networks={networks} text={text} mayChange={mayChange} />
      {mayChange && (
        <AddNetwork
          list={list}
          title={title}
          has={(cidr) => networks.some((network) => network.cidr === cidr)}
        />
      )}
    </Panel>
  );
}

interface NetworksProps {
  list: NetworksOf;
  title: string;
  networks: Network[];
  text: string;
  mayChange: boolean;
}

function Networks({ list, title, networks, text, mayChange }: NetworksProps) {
  const wanted = text.trim().toLowerCase();
  const found = networks.filter(({ cidr, comment }) =>
    `${cidr} ${comment ?? ''}`.toLowerCase().includes(wanted),
  );
  if (networks.length === 0) {
    return (
      <EmptyState title="None yet">
        {mayChange
          ? 'Add the first one below, such as 198.51.100.0/24.'
          : 'An operator can add the first one.'}
      </EmptyState>
    );
  }
  if (found.length === 0) {
    return <EmptyState title={`None matches “${text}”`}>Clear the search to see all of them.</EmptyState>;
  }
  return (
    <>
      <Table verticalSpacing={6} horizontalSpacing="md" aria-label={title}>
        <Table.Tbody>
          {found.slice(0, mostShown).map((network) => (
            <Table.Tr key={network.cidr}>
              <Table.Td className="address">{network.cidr}</Table.Td>
              <Table.Td>
                <Text size="sm" c="dimmed">
                  {network.comment}
                  {network.expiresAt !== undefined && (
                    <>
                      {' '}
                      (until <When at={network.expiresAt} />)
                    </>
                  )}
                </Text>
              </Table.Td>
              <Table.Td w={100} ta="right">
                {mayChange && <Remove list={list} title={title} cidr={network.cidr} />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {found.length > mostShown && (
        <Text size="xs" c="dimmed" px="md" py="xs">
          The first {mostShown} of {count(found.length)}. Search to see the others.
        </Text>
      )}
    </>
  );
}

function Remove({ list, title, cidr }: { list: NetworksOf; title: string; cidr: string }) {
  return (
    <ReasonedButton
      label="Remove"
      aria-label={`Remove ${cidr}`}
      size="compact-xs"
      variant="default"
      title={`Take ${cidr} out of the ${title.toLowerCase()}?`}
      action="Take it out"
      doing={useRemoveNetwork(list, cidr)}
    >
      It may be listed from now on, if a rule fires for it. What was released stays released until it is
      detected anew.
    </ReasonedButton>
  );
}
