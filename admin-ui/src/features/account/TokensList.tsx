// SPDX-License-Identifier: Apache-2.0
import { Badge, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { ConfirmedButton } from '@/components/ConfirmedButton';
import type { QueryState } from '@/components/Loaded';
import { RoleBadge } from '@/components/RoleBadge';
import { SearchedList } from '@/components/SearchedList';
import { useNow } from '@/components/useNow';
import { When } from '@/components/When';
import type { ApiToken, TokenList } from '@/lib/types';
import { useWithdrawToken } from './api';

interface TokensListProps {
  query: QueryState<TokenList>;
  /** Whose are shown; absent: everybody's. */
  user?: string;
  text: string;
  onText: (text: string) => void;
  aside?: ReactNode;
  none: ReactNode;
}

export function TokensList({ query, user, text, onText, aside, none }: TokensListProps) {
  return (
    <SearchedList
      query={query}
      what="the tokens"
      rows={({ tokens }) => tokens.filter((token) => user === undefined || token.user === user)}
      words={(token) => `${token.name} ${token.user} ${token.role}`}
      placeholder={user === undefined ? 'Token, user or role' : 'Token or role'}
      text={text}
      onText={onText}
      aside={aside}
      none={none}
    >
      {(tokens) => (
        <Table verticalSpacing="xs" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Token</Table.Th>
              <Table.Th visibleFrom="sm">Role</Table.Th>
              <Table.Th>Expires</Table.Th>
              <Table.Th visibleFrom="sm">Last used</Table.Th>
              <Table.Th visibleFrom="lg">Made</Table.Th>
              <Table.Th aria-label="Withdraw it" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tokens.map((token) => (
              <TokenRow key={token.id} token={token} everybody={user === undefined} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </SearchedList>
  );
}

interface TokenRowProps {
  token: ApiToken;
  everybody: boolean;
}

function TokenRow({ token, everybody }: TokenRowProps) {
  const isOver = Date.parse(token.expiresAt) <= useNow();
  return (
    <Table.Tr>
      <Table.Td miw="8em" style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm" fw={600}>
          {token.name}
        </Text>
        {everybody && (
          <Text size="xs" c="dimmed">
            of {token.user}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <RoleBadge role={token.role} />
      </Table.Td>
      <Table.Td>
        {isOver ? (
          <Badge miw="max-content" variant="light" color="gray" tt="none">
            Expired
          </Badge>
        ) : (
          <When at={token.expiresAt} ago />
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <When at={token.usedAt} ago />
      </Table.Td>
      <Table.Td visibleFrom="lg">
        <When at={token.createdAt} />
      </Table.Td>
      <Table.Td ta="right">
        <Withdraw token={token} />
      </Table.Td>
    </Table.Tr>
  );
}

function Withdraw({ token }: { token: ApiToken }) {
  return (
    <ConfirmedButton
      label="Withdraw"
      aria-label={`Withdraw ${token.name} of ${token.user}`}
      size="compact-sm"
      variant="light"
      color="red"
      title={`Withdraw the token ${token.name}?`}
      action="Withdraw"
      doing={useWithdrawToken(token.id)}
      onDone={() => notifications.show({ message: `${token.name} is withdrawn`, color: 'teal' })}
    >
      What calls with it is refused from its next call on. It can’t be taken back: a new token has a new
      secret.
    </ConfirmedButton>
  );
}
