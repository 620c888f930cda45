// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CheckResult } from './CheckResult';

interface CheckModalProps {
  /** Nothing: it is closed; the empty text: nothing is asked yet. */
  address: string | undefined;
  onAsk: (address: string) => void;
  onClose: () => void;
}

/** Why an address is blocked, or why it is not. */
export function CheckModal({ address, onAsk, onClose }: CheckModalProps) {
  return (
    <Modal opened={address !== undefined} onClose={onClose} title="Check an address" size="lg" centered>
      {address !== undefined && <CheckForm address={address} onAsk={onAsk} />}
    </Modal>
  );
}

function CheckForm({ address, onAsk }: { address: string; onAsk: (address: string) => void }) {
  const [text, setText] = useState(address);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') {
      onAsk(text.trim());
    }
  };
  return (
    <Stack>
      <form onSubmit={submit} aria-label="Check an address">
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Address or network"
            placeholder="192.0.2.1"
            style={{ flex: '1 1 200px' }}
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit">Check</Button>
        </Group>
      </form>
      {address !== '' && <CheckResult address={address} />}
    </Stack>
  );
}
