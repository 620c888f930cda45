// SPDX-License-Identifier: Apache-2.0
import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '@/components/EmptyState';
import { OnlyFor } from '@/components/OnlyFor';
import { Page } from '@/components/Page';
import { useTypedText } from '@/components/useTypedText';
import { tokensQuery } from '@/features/account/api';
import { SessionsList } from '@/features/account/SessionsList';
import { TokensList } from '@/features/account/TokensList';
import { sessionsQuery } from './api';
import { Groups } from './Groups';
import type { ListProps } from './list';
import type { PeopleSearch, PeopleTab } from './search';
import { Users } from './Users';

export function PeoplePage() {
  return (
    <OnlyFor needs="admin">
      <Page title="Users and Groups" subtitle="Who may sign in, and what each of them may do">
        <People />
      </Page>
    </OnlyFor>
  );
}

function People() {
  const { tab = 'users', q = '', name } = useSearch({ from: '/people' });
  const navigate = useNavigate({ from: '/people' });
  const change = (changed: PeopleSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const [text, setText] = useTypedText(q, (typed) => change({ q: typed === '' ? undefined : typed }));
  const list: ListProps = { text, onText: setText, open: name, onOpen: (chosen) => change({ name: chosen }) };
  return (
    <Tabs
      value={tab}
      onChange={(chosen) => void navigate({ search: { tab: chosen as PeopleTab }, replace: true })}
      keepMounted={false}
    >
      <Tabs.List mb="md">
        <Tabs.Tab value="users">Users</Tabs.Tab>
        <Tabs.Tab value="groups">Groups</Tabs.Tab>
        <Tabs.Tab value="sessions">Signed in</Tabs.Tab>
        <Tabs.Tab value="tokens">API tokens</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="users">
        <Users {...list} />
      </Tabs.Panel>
      <Tabs.Panel value="groups">
        <Groups {...list} />
      </Tabs.Panel>
      <Tabs.Panel value="sessions">
        <Sessions {...list} />
      </Tabs.Panel>
      <Tabs.Panel value="tokens">
        <Tokens {...list} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Sessions({ text, onText }: ListProps) {
  return <SessionsList query={useQuery(sessionsQuery)} path="/sessions" text={text} onText={onText} />;
}

function Tokens({ text, onText }: ListProps) {
  return (
    <TokensList
      query={useQuery(tokensQuery)}
      text={text}
      onText={onText}
      none={
        <EmptyState title="There is no token">
          Each makes tokens for oneself, under one’s own account: no program signs in for somebody else.
        </EmptyState>
      }
    />
  );
}
