// SPDX-License-Identifier: Apache-2.0
import { Badge, Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedButton } from '@/components/ConfirmedButton';
import { EmptyState } from '@/components/EmptyState';
import { PlusIcon } from '@/components/icons';
import { SearchedList } from '@/components/SearchedList';
import type { NotificationChoices, Recipient } from '@/lib/types';
import { choicesQuery, recipientsQuery, useRemoveRecipient, useTestRecipient } from './api';
import { ForAllPanel } from './ForAllPanel';
import { AddRecipientForm, ChangeRecipientForm, optionsOf } from './RecipientForm';
import { TestAnswer } from './TestAnswer';

export function RecipientsTab({ text, onText }: { text: string; onText: (text: string) => void }) {
  const recipients = useQuery(recipientsQuery);
  const choices = useQuery(choicesQuery);
  const [adding, add] = useDisclosure(false);
  const [open, setOpen] = useState<number>();
  const shown = recipients.data?.recipients.find(({ id }) => id === open);
  const close = () => setOpen(undefined);
  return (
    <Stack gap="lg">
      <SearchedList
        query={recipients}
        what="the recipients"
        rows={(list) => list.recipients}
        words={({ name, address, channel }) => [name, address, channel].join(' ')}
        placeholder="Name or address"
        text={text}
        onText={onText}
        aside={
          <Button leftSection={<PlusIcon />} onClick={add.open}>
            Add a recipient
          </Button>
        }
        none={
          <EmptyState title="Nobody is told yet">
            Who is added here is told of addresses that come on the list and of alarms, by mail or by a
            webhook.
          </EmptyState>
        }
      >
        {(found) => (
          <Table verticalSpacing="xs" horizontalSpacing="md" aria-label="Recipients">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Recipient</Table.Th>
                <Table.Th visibleFrom="sm">Addresses listed for</Table.Th>
                <Table.Th visibleFrom="sm">Alarms</Table.Th>
                <Table.Th aria-label="Change" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.map((recipient) => (
                <Table.Tr key={recipient.id}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    <Group gap={8}>
                      <Text size="sm" fw={600}>
                        {recipient.name}
                      </Text>
                      {!recipient.enabled && (
                        <Badge miw="max-content" variant="light" color="gray">
                          Off
                        </Badge>
                      )}
                    </Group>
                    <Text size="xs" c="dimmed">
                      {recipient.channel}: <span className="address">{recipient.address}</span>
                    </Text>
                  </Table.Td>
                  <Table.Td visibleFrom="sm">{titles(recipient.reasons, choices.data?.reasons)}</Table.Td>
                  <Table.Td visibleFrom="sm">{titles(recipient.alarms, choices.data?.alarms)}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`Change ${recipient.name}`}
                      onClick={() => setOpen(recipient.id)}
                    >
                      Change
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </SearchedList>
      <ForAllPanel />
      <Modal opened={adding} onClose={add.close} title="Add a recipient" centered>
        <AddRecipientForm onDone={add.close} />
      </Modal>
      <Modal opened={shown !== undefined} onClose={close} title={`Change ${shown?.name ?? ''}`} centered>
        {shown && (
          <Stack key={shown.id}>
            <TestAndRemove recipient={shown} onRemoved={close} />
            <ChangeRecipientForm recipient={shown} onDone={close} />
          </Stack>
        )}
      </Modal>
    </Stack>
  );
}

function titles(ids: string[], options: NotificationChoices['reasons'] = []): string {
  const known = optionsOf(options);
  return ids.length === 0
    ? 'none'
    : ids.map((id) => known.find(({ value }) => value === id)?.label ?? id).join(', ');
}

function TestAndRemove({ recipient, onRemoved }: { recipient: Recipient; onRemoved: () => void }) {
  const test = useTestRecipient(recipient);
  const remove = useRemoveRecipient(recipient);
  return (
    <>
      <Group>
        <Button variant="light" loading={test.isPending} onClick={() => test.mutate()}>
          Send a test
        </Button>
        <ConfirmedButton
          label="Remove"
          variant="light"
          color="red"
          title={`Remove ${recipient.name}?`}
          action="Remove the recipient"
          doing={remove}
          onDone={onRemoved}
        >
          It is told nothing any more, and the record of what was delivered to it goes with it.
        </ConfirmedButton>
      </Group>
      <TestAnswer test={test} />
    </>
  );
}
