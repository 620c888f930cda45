// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Alert, Button, Group, Table, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { CloseIcon, PlusIcon } from '@/components/icons';
import { Panel } from '@/components/Panel';
import { SearchInput } from '@/components/SearchInput';
import { When } from '@/components/When';
import { count } from '@/lib/format';
import { useMay } from '@/lib/session';
import type { DefenseSettings, Network } from '@/lib/types';

interface NetworksPanelProps {
  form: UseFormReturnType<DefenseSettings>;
  field: 'ownNetworks' | 'allowlist';
  title: string;
  note: string;
}

/** More lines than this are narrowed by a search: a list may hold 10,000. */
const mostShown = 50;

export function NetworksPanel({ form, field, title, note }: NetworksPanelProps) {
  const [text, setText] = useState('');
  const networks = form.values[field];
  const mayChange = useMay('admin');
  const refused = refusalOf(form.errors, field);
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
          hotkey={field === 'allowlist'}
        />
      }
      flush
    >
      <Networks
        title={title}
        networks={networks}
        text={text}
        onRemove={
          mayChange
            ? (removed) =>
                form.setFieldValue(
                  field,
                  networks.filter((network) => network !== removed),
                )
            : undefined
        }
      />
      {refused !== undefined && (
        <Alert color="red" role="alert" mx="md">
          {refused}
        </Alert>
      )}
      {mayChange && (
        <AddNetwork
          title={title}
          has={(cidr) => networks.some((network) => network.cidr === cidr)}
          onAdd={(added) => form.setFieldValue(field, [...networks, added])}
        />
      )}
    </Panel>
  );
}

/** The service names a line as "allowlist[3].cidr", the whole list as "allowlist". */
function refusalOf(errors: UseFormReturnType<DefenseSettings>['errors'], field: string) {
  return Object.entries(errors).find(([path]) => path.startsWith(field))?.[1];
}

interface NetworksProps {
  title: string;
  networks: Network[];
  text: string;
  /** Absent: who looks may not change it. */
  onRemove: ((network: Network) => void) | undefined;
}

function Networks({ title, networks, text, onRemove }: NetworksProps) {
  const wanted = text.trim().toLowerCase();
  const found = networks.filter(({ cidr, comment }) =>
    `${cidr} ${comment ?? ''}`.toLowerCase().includes(wanted),
  );
  if (networks.length === 0) {
    return (
      <EmptyState title="None yet">
        {onRemove ? 'Add the first one below, such as 198.51.100.0/24.' : 'An admin can add the first one.'}
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
            <NetworkRow
              key={network.cidr}
              network={network}
              onRemove={onRemove && (() => onRemove(network))}
            />
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

function NetworkRow({ network, onRemove }: { network: Network; onRemove: (() => void) | undefined }) {
  return (
    <Table.Tr>
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
      <Table.Td w={50} ta="right">
        {onRemove && (
          <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${network.cidr}`} onClick={onRemove}>
            <CloseIcon size={16} />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

interface AddNetworkProps {
  title: string;
  has: (cidr: string) => boolean;
  onAdd: (network: Network) => void;
}

/** Not a form of its own: it lies within the form of the settings. */
function AddNetwork({ title, has, onAdd }: AddNetworkProps) {
  const [cidr, setCidr] = useState('');
  const [comment, setComment] = useState('');
  const [error, setError] = useState<string>();
  const add = () => {
    const given = cidr.trim();
    if (given === '' || has(given)) {
      setError(given === '' ? 'An address, or a network such as 198.51.100.0/24' : 'It is there already');
      return;
    }
    onAdd(comment.trim() === '' ? { cidr: given } : { cidr: given, comment: comment.trim() });
    setCidr('');
    setComment('');
  };
  const addOnEnter = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      add();
    }
  };
  return (
    <Group p="md" gap="sm" align="flex-start">
      <TextInput
        aria-label={`${title}: network to add`}
        placeholder="198.51.100.0/24"
        style={{ flex: '1 1 160px' }}
        value={cidr}
        onChange={(event) => {
          setCidr(event.currentTarget.value);
          setError(undefined);
        }}
        onKeyDown={addOnEnter}
        error={error}
      />
      <TextInput
        aria-label={`${title}: comment`}
        placeholder="Comment"
        style={{ flex: '2 1 180px' }}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        onKeyDown={addOnEnter}
      />
      <Button variant="light" leftSection={<PlusIcon size={16} />} onClick={add}>
        Add
      </Button>
    </Group>
  );
}
