// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, type ButtonProps, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface Doing<Done> {
  mutate: (what: undefined, then: { onSuccess: (done: Done) => void }) => void;
  isPending: boolean;
  error: Error | null;
}

interface ConfirmedButtonProps<Done> extends Omit<ButtonProps, 'children'> {
  label: string;
  'aria-label'?: string;
  /** What is asked. */
  title: string;
  /** What it brings about. */
  children: ReactNode;
  action: string;
  doing: Doing<Done>;
  onDone: (done: Done) => void;
}

/** A button whose deed is not taken back easily: it asks first. */
export function ConfirmedButton<Done>(props: ConfirmedButtonProps<Done>) {
  const { label, title, children, action, doing, onDone, ...button } = props;
  const [asking, ask] = useDisclosure(false);
  const confirm = () =>
    doing.mutate(undefined, {
      onSuccess: (done) => {
        ask.close();
        onDone(done);
      },
    });
  return (
    <>
      <Button {...button} onClick={ask.open}>
        {label}
      </Button>
      <Modal opened={asking} onClose={ask.close} title={title} centered>
        <Stack>
          <Text size="sm">{children}</Text>
          {doing.error && (
            <Alert color="red" title="Nothing was changed" role="alert">
              {doing.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={ask.close} data-autofocus>
              Cancel
            </Button>
            <Button color="red" onClick={confirm} loading={doing.isPending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
