// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Group,
  Input,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  SimpleGrid,
  Skeleton,
  Stack,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedButton } from '@/components/ConfirmedButton';
import { FormEnd, showAtField } from '@/components/FormEnd';
import { Loaded } from '@/components/Loaded';
import { Panel } from '@/components/Panel';
import type { MailServer, MailServerWish } from '@/lib/types';
import { mailServerQuery, useGiveUpMailServer, useSaveMailServer, useTestMail } from './api';
import { TestAnswer } from './TestAnswer';

export function MailServerTab() {
  const server = useQuery(mailServerQuery);
  return (
    <Loaded query={server} what="the mail server" skeleton={<Skeleton height={320} />}>
      {(known) => (
        <Stack gap="lg">
          <Panel
            title="Mail server"
            note={known.configured ? 'Mail is sent by it' : 'There is none: no mail is sent'}
          >
            <MailServerForm key={JSON.stringify(known)} server={known} />
          </Panel>
          {known.configured && (
            <Panel title="Test" note="Sends one mail by the server that is set up">
              <TestMail />
            </Panel>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

const usualPorts = { starttls: 587, tls: 465, none: 25 };

interface Values {
  host: string;
  port: number | '';
  security: keyof typeof usualPorts;
  user: string;
  password: string;
  sender: string;
}

function MailServerForm({ server }: { server: MailServer }) {
  const save = useSaveMailServer();
  const form = useForm<Values>({
    initialValues: {
      host: server.host ?? '',
      port: server.port ?? '',
      security: server.security ?? 'starttls',
      user: server.user ?? '',
      password: '',
      sender: server.sender ?? '',
    },
    validate: {
      host: (value) => (value.trim() === '' ? 'Its name or address, such as mail.example.com' : null),
      sender: (value) => (value.trim() === '' ? 'The address that mail comes from' : null),
    },
  });
  const submit = form.onSubmit((values) =>
    save.mutate(wishOf(values), { onError: (error) => showAtField(form, error) }),
  );
  return (
    <form onSubmit={submit} noValidate aria-label="Mail server">
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label="Server" placeholder="mail.example.com" {...form.getInputProps('host')} />
          <NumberInput
            label="Port"
            placeholder={String(usualPorts[form.values.security])}
            clampBehavior="none"
            allowDecimal={false}
            hideControls
            {...form.getInputProps('port')}
          />
        </SimpleGrid>
        <Input.Wrapper
          label="Protection"
          labelElement="div"
          description={
            form.values.security === 'none'
              ? 'For a relay on this machine only: all is sent in plain text.'
              : ''
          }
        >
          <SegmentedControl
            aria-label="Protection"
            display="flex"
            data={[
              { value: 'starttls', label: 'STARTTLS' },
              { value: 'tls', label: 'TLS' },
              { value: 'none', label: 'None' },
            ]}
            {...form.getInputProps('security')}
          />
        </Input.Wrapper>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label="User"
            placeholder="Nobody signs in"
            autoComplete="off"
            {...form.getInputProps('user')}
          />
          <PasswordInput
            label="Password"
            description={
              server.hasPassword
                ? 'Left empty, it stays, as long as server, port, protection and user do.'
                : 'Kept encrypted; it is not shown again.'
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
        </SimpleGrid>
        <TextInput label="Sender" placeholder="defense@example.com" {...form.getInputProps('sender')} />
        <FormEnd
          form={form}
          sending={save}
          failed="Nothing was changed"
          action="Save"
          idle={!form.isDirty()}
          aside={server.configured && <GiveUp />}
        />
      </Stack>
    </form>
  );
}

function wishOf({ host, port, security, user, password, sender }: Values): MailServerWish {
  return {
    host: host.trim(),
    port: port === '' ? undefined : port,
    security,
    user: user.trim() || undefined,
    password: password === '' ? undefined : password,
    sender: sender.trim(),
  };
}

function GiveUp() {
  return (
    <ConfirmedButton
      label="Give it up"
      variant="light"
      color="red"
      mr="auto"
      title="Send no mail any more?"
      action="Give it up"
      doing={useGiveUpMailServer()}
      onDone={() => undefined}
    >
      The server and its password are forgotten. Recipients stay, and webhooks go on.
    </ConfirmedButton>
  );
}

function TestMail() {
  const test = useTestMail();
  const [to, setTo] = useState('');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    test.mutate(to.trim());
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Test mail">
      <Stack>
        <Group align="flex-end" gap="sm">
          <TextInput
            label="To"
            placeholder="you@example.com"
            style={{ flex: '1 1 220px' }}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button type="submit" variant="light" disabled={to.trim() === ''} loading={test.isPending}>
            Send a test mail
          </Button>
        </Group>
        <TestAnswer test={test} />
      </Stack>
    </form>
  );
}
