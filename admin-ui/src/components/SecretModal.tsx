// SPDX-License-Identifier: Apache-2.0
import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { CheckIcon, CopyIcon } from './icons';

interface SecretModalProps {
  title: string;
  /** What the secret is called: "Password". */
  label: string;
  /** Nothing: it is closed. */
  secret: string | undefined;
  onClose: () => void;
  /** What is to be done with it. */
  children: ReactNode;
}

/** A secret that is shown once. A click beside it does not lose it. */
export function SecretModal({ title, label, secret, onClose, children }: SecretModalProps) {
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onClose}
      title={title}
      centered
      size="lg"
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      {secret !== undefined && (
        <Stack>
          <Text size="sm">{children}</Text>
          <Group align="flex-end" gap="sm">
            <TextInput
              data-autofocus
              label={label}
              value={secret}
              readOnly
              autoComplete="off"
              style={{ flex: '1 1 240px' }}
              styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopySecret secret={secret} />
          </Group>
          <Text size="sm" c="dimmed">
            It is shown this one time only: only a digest of it is kept.
          </Text>
          <Group justify="flex-end">
            <Button onClick={onClose}>I have it</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

/** Browsers let a page copy over HTTPS only; without, it is selected already when this opens. */
function CopySecret({ secret }: { secret: string }) {
  if (!('clipboard' in navigator)) {
    return null;
  }
  return (
    <CopyButton value={secret}>
      {({ copied, copy }) => (
        <Button
          variant="light"
          leftSection={copied ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
          onClick={copy}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      )}
    </CopyButton>
  );
}
