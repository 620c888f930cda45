// SPDX-License-Identifier: Apache-2.0
import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { EmptyState } from '@/components/EmptyState';
import type { QueryState } from '@/components/Loaded';
import { SearchedList } from '@/components/SearchedList';
import { When } from '@/components/When';
import type { SessionList, SessionView } from '@/lib/types';
import { useEndSession } from './api';
import { browserName } from './browser';

interface SessionsListProps {
  query: QueryState<SessionList>;
  path: '/account/sessions' | '/sessions';
  text: string;
  onText: (text: string) => void;
}

export function SessionsList({ query, path, text, onText }: SessionsListProps) {
  const everybody = path === '/sessions';
  return (
    <SearchedList
      query={query}
      what="the sessions"
      rows={({ sessions }) => sessions}
      words={({ user, address, agent }) => `${user} ${address} ${browserName(agent)}`}
      placeholder={everybody ? 'Name, address or browser' : 'Address or browser'}
      text={text}
      onText={onText}
      none={<EmptyState title="Nobody is signed in">Sessions appear here as people sign in.</EmptyState>}
    >
      {(sessions) => (
        <Table verticalSpacing="xs" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              {everybody && <Table.Th>Name</Table.Th>}
              <Table.Th>From</Table.Th>
              <Table.Th visibleFrom="md">Signed in</Table.Th>
              <Table.Th visibleFrom="sm">Last used</Table.Th>
              <Table.Th aria-label="End it" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} path={path} everybody={everybody} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </SearchedList>
  );
}

interface SessionRowProps {
  session: SessionView;
  path: '/account/sessions' | '/sessions';
  everybody: boolean;
}

function SessionRow({ session, path, everybody }: SessionRowProps) {
  return (
    <Table.Tr>
      {everybody && (
        <Table.Td fw={600} miw="6em" style={{ overflowWrap: 'anywhere' }}>
          {session.user}
        </Table.Td>
      )}
      <Table.Td>
        <Text size="sm" className="address">
          {session.address}
        </Text>
        <Text size="xs" c="dimmed" title={session.agent} lineClamp={2}>
          {browserName(session.agent)}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="md">
        <When at={session.createdAt} />
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <When at={session.usedAt} ago />
      </Table.Td>
      <Table.Td ta="right">
        {session.own ? (
          <Badge miw="max-content" variant="light" color="teal" tt="none">
            This one
          </Badge>
        ) : (
          <End session={session} path={path} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function End({ session, path }: { session: SessionView; path: '/account/sessions' | '/sessions' }) {
  const end = useEndSession(path);
  const told = `The session of ${session.user} from ${session.address}`;
  return (
    <Group justify="flex-end">
      <Button
        size="compact-sm"
        variant="light"
        color="red"
        loading={end.isPending}
        aria-label={`End the session of ${session.user} from ${session.address}`}
        onClick={() =>
          end.mutate(session.id, {
            onSuccess: () => notifications.show({ message: `${told} has ended`, color: 'teal' }),
            onError: (error) =>
              notifications.show({ title: `${told} goes on`, message: error.message, color: 'red' }),
          })
        }
      >
        End
      </Button>
    </Group>
  );
}
