// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, type ButtonProps, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { Cancel } from './FormEnd';

interface Doing {
  mutate: (why: string, then: { onSuccess: () => void }) => void;
  reset: () => void;
  isPending: boolean;
  error: Error | null;
}

interface ReasonedButtonProps extends Omit<ButtonProps, 'children'> {
  label: ReactNode;
  'aria-label'?: string;
  /** What is asked. */
  title: string;
  /** What it brings about. */
  children: ReactNode;
  action: string;
  /** Of the button that does it. */
  actionColor?: string;
  doing: Doing;
  onDone?: () => void;
}

/** A button whose deed goes on record: it asks why. */
export function ReasonedButton(props: ReasonedButtonProps) {
  const { label, title, children, action, actionColor = 'red', doing, onDone, ...button } = props;
  const [asking, ask] = useDisclosure(false);
  const close = () => {
    ask.close();
    doing.reset();
  };
  return (
    <>
      <Button {...button} onClick={ask.open}>
        {label}
      </Button>
      <Modal opened={asking} onClose={close} title={title} centered>
        <WhyForm
          action={action}
          actionColor={actionColor}
          doing={doing}
          onCancel={close}
          onDone={() => {
            close();
            onDone?.();
          }}
        >
          {children}
        </WhyForm>
      </Modal>
    </>
  );
}

interface WhyFormProps {
  action: string;
  actionColor: string;
  doing: Doing;
  children: ReactNode;
  onCancel: () => void;
  onDone: () => void;
}

function WhyForm({ action, actionColor, doing, children, onCancel, onDone }: WhyFormProps) {
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (why.trim() === '') {
      setMissing(true);
      return;
    }
    doing.mutate(why.trim(), { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={action}>
      <Stack>
        <Text size="sm" component="div">
          {children}
        </Text>
        <TextInput
          label="Why"
          description="Kept with your name."
          maxLength={500}
          data-autofocus
          value={why}
          error={missing && 'Say why: it is kept on record'}
          onChange={(event) => {
            setWhy(event.currentTarget.value);
            setMissing(false);
          }}
        />
        {doing.error && (
          <Alert color="red" title="Nothing was changed" role="alert">
            {doing.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Cancel onClick={onCancel} />
          <Button type="submit" color={actionColor} loading={doing.isPending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
