// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Cancel, showAtField } from '@/components/FormEnd';
import { PlusIcon } from '@/components/icons';
import { TimeInput } from '@/components/TimeInput';
import { count } from '@/lib/format';
import type { NewNetwork, SettingsPreview } from '@/lib/types';
import { type NetworksOf, useAddNetwork, usePreviewNetwork } from './api';

interface AddNetworkProps {
  list: NetworksOf;
  title: string;
  has: (cidr: string) => boolean;
}

/** Looks first: a line that would release entries is asked about. */
export function AddNetwork({ list, title, has }: AddNetworkProps) {
  const [asked, setAsked] = useState<{ network: NewNetwork; would: SettingsPreview }>();
  const look = usePreviewNetwork(list);
  const add = useAddNetwork(list);
  const form = useForm({
    initialValues: { cidr: '', comment: '', expiresAt: undefined as string | undefined },
    validate: {
      cidr: (value) =>
        value.trim() === ''
          ? 'An address, or a network such as 198.51.100.0/24'
          : has(value.trim())
            ? 'It is there already'
            : null,
      comment: (value) => (value.trim() === '' ? 'Say why: it is kept with the line' : null),
    },
  });
  const put = (network: NewNetwork) =>
    add.mutate(network, {
      onSuccess: () => {
        form.reset();
        setAsked(undefined);
      },
      onError: (error) => {
        setAsked(undefined);
        showAtField(form, error);
      },
    });
  const submit = form.onSubmit(({ cidr, comment, expiresAt }) => {
    const network = { cidr: cidr.trim(), comment: comment.trim(), expiresAt };
    add.reset();
    look.mutate(network, {
      onSuccess: (would) => (would.releases > 0 ? setAsked({ network, would }) : put(network)),
      onError: (error) => showAtField(form, error),
    });
  });
  const failed = add.error ?? look.error;
  return (
    <form onSubmit={submit} noValidate aria-label={`${title}: add a network`}>
      <Group p="md" gap="sm" align="flex-start">
        <TextInput
          aria-label={`${title}: network to add`}
          placeholder="198.51.100.0/24"
          style={{ flex: '1 1 160px' }}
          {...form.getInputProps('cidr')}
        />
        <TextInput
          aria-label={`${title}: comment`}
          placeholder="Why"
          maxLength={500}
          style={{ flex: '2 1 180px' }}
          {...form.getInputProps('comment')}
        />
        <TimeInput
          label={undefined}
          aria-label={`${title}: holds until`}
          title="Holds until; empty: always"
          value={form.values.expiresAt}
          onChange={(time) => form.setFieldValue('expiresAt', time)}
          error={form.errors['expiresAt']}
        />
        <Button
          type="submit"
          variant="light"
          leftSection={<PlusIcon size={16} />}
          loading={look.isPending || add.isPending}
        >
          Add
        </Button>
      </Group>
      {failed !== null && Object.keys(form.errors).length === 0 && (
        <Alert color="red" title="Nothing was added" role="alert" m="md" mt={0}>
          {failed.message}
        </Alert>
      )}
      <Modal
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={`Add ${asked?.network.cidr ?? ''}?`}
        centered
      >
        {asked && (
          <Stack>
            <Would would={asked.would} />
            <Group justify="flex-end">
              <Cancel onClick={() => setAsked(undefined)} />
              <Button color="red" loading={add.isPending} onClick={() => put(asked.network)} data-autofocus>
                Add and release {count(asked.would.releases)}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </form>
  );
}

/** What a change would release. */
export function Would({ would: { releases, first } }: { would: SettingsPreview }) {
  if (releases === 0) {
    return <Text size="sm">It releases no entry.</Text>;
  }
  return (
    <Alert
      color="orange"
      title={`It releases ${releases === 1 ? 'one entry' : `${count(releases)} entries`}`}
    >
      {first.slice(0, 5).map(({ address, why }) => (
        <Text key={address} size="sm">
          <span className="address">{address}</span>: {why}
        </Text>
      ))}
      {releases > 5 && <Text size="sm">and {count(releases - 5)} more</Text>}
    </Alert>
  );
}
