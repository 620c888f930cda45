// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Modal, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Differences } from '@/components/Differences';
import { Cancel } from '@/components/FormEnd';
import { Loaded } from '@/components/Loaded';
import type { DefenseSettings } from '@/lib/types';
import { Would } from './AddNetwork';
import { settingsPreviewQuery } from './api';

interface SaveModalProps {
  /** What is to be saved; nothing: it is closed. */
  wanted: DefenseSettings | undefined;
  saving: boolean;
  onSave: (why: string | undefined) => void;
  onClose: () => void;
}

/** What a change means, before it is in force. */
export function SaveModal({ wanted, saving, onSave, onClose }: SaveModalProps) {
  return (
    <Modal
      opened={wanted !== undefined}
      onClose={onClose}
      title="Put these settings in force?"
      size="lg"
      centered
    >
      {wanted && <SaveForm wanted={wanted} saving={saving} onSave={onSave} onClose={onClose} />}
    </Modal>
  );
}

function SaveForm({ wanted, saving, onSave, onClose }: SaveModalProps & { wanted: DefenseSettings }) {
  const [why, setWhy] = useState('');
  const preview = useQuery(settingsPreviewQuery(wanted));
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onSave(why.trim() === '' ? undefined : why.trim());
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Put in force">
      <Stack>
        <Loaded query={preview} what="what they change" skeleton={<Skeleton height={60} />}>
          {(would) => (
            <Stack gap="xs">
              {would.differences.length === 0 ? (
                <Alert color="gray">They are those in force already.</Alert>
              ) : (
                <Differences differences={would.differences} />
              )}
              <Would would={would} />
            </Stack>
          )}
        </Loaded>
        <TextInput
          label="Why"
          description="Kept with your name; may be left out."
          maxLength={500}
          data-autofocus
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          Every version can be put in force again.
        </Text>
        <Group justify="flex-end">
          <Cancel onClick={onClose} />
          <Button type="submit" loading={saving}>
            Put in force
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
