// SPDX-License-Identifier: Apache-2.0
import { Box, Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { PlusIcon } from '@/components/icons';
import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { SecretModal } from '@/components/SecretModal';
import { PasswordForm } from '@/features/session/PasswordForm';
import { useSession } from '@/lib/session';
import { ownSessionsQuery, tokensQuery } from './api';
import { MakeTokenModal } from './MakeTokenModal';
import { Preferences } from './Preferences';
import type { AccountTab } from './search';
import { SessionsList } from './SessionsList';
import { TokensList } from './TokensList';

export function AccountPage() {
  const { user, role } = useSession();
  const { tab = 'password' } = useSearch({ from: '/account' });
  const navigate = useNavigate({ from: '/account' });
  return (
    <Page title="Your account" subtitle={`${user}, with the role ${role}`}>
      <Tabs
        value={tab}
        onChange={(chosen) => void navigate({ search: { tab: chosen as AccountTab }, replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="password">Change Password</Tabs.Tab>
          <Tabs.Tab value="sessions">Sessions</Tabs.Tab>
          <Tabs.Tab value="tokens">API tokens</Tabs.Tab>
          <Tabs.Tab value="preferences">Preferences</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="password">
          <Box maw={480}>
            <Panel title="Change Password" note="Wherever else you are signed in, you are signed out.">
              <PasswordForm action="Change the password" />
            </Panel>
          </Box>
        </Tabs.Panel>
        <Tabs.Panel value="sessions">
          <OwnSessions />
        </Tabs.Panel>
        <Tabs.Panel value="tokens">
          <OwnTokens user={user} />
        </Tabs.Panel>
        <Tabs.Panel value="preferences">
          <Preferences />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function OwnSessions() {
  const [text, setText] = useState('');
  return (
    <SessionsList query={useQuery(ownSessionsQuery)} path="/account/sessions" text={text} onText={setText} />
  );
}

function OwnTokens({ user }: { user: string }) {
  const [text, setText] = useState('');
  const [making, make] = useDisclosure(false);
  const [secret, setSecret] = useState<string>();
  const makeOne = (
    <Button leftSection={<PlusIcon />} onClick={make.open}>
      Make a token
    </Button>
  );
  return (
    <>
      <TokensList
        query={useQuery(tokensQuery)}
        user={user}
        text={text}
        onText={setText}
        aside={makeOne}
        none={
          <EmptyState title="You have no token">
            A program signs in with one, as you and with at most the role that you give it: it sends it as
            Authorization: Bearer.
          </EmptyState>
        }
      />
      <MakeTokenModal
        opened={making}
        onClose={make.close}
        onMade={(made) => {
          make.close();
          setSecret(made.secret);
        }}
      />
      <SecretModal title="Your new token" label="Token" secret={secret} onClose={() => setSecret(undefined)}>
        Give it to the program that is to call, as the header Authorization: Bearer.
      </SecretModal>
    </>
  );
}
