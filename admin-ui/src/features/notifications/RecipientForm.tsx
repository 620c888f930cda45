// SPDX-License-Identifier: Apache-2.0
import { MultiSelect, PasswordInput, Select, Skeleton, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Cancel, FormEnd, showAtField } from '@/components/FormEnd';
import { Loaded } from '@/components/Loaded';
import type { NewRecipient, NotificationChoices, Recipient } from '@/lib/types';
import { choicesQuery, useAddRecipient, useChangeRecipient } from './api';

export function AddRecipientForm({ onDone }: { onDone: () => void }) {
  return (
    <RecipientForm
      recipient={undefined}
      sending={useAddRecipient()}
      action="Add the recipient"
      onDone={onDone}
    />
  );
}

export function ChangeRecipientForm({ recipient, onDone }: { recipient: Recipient; onDone: () => void }) {
  return (
    <RecipientForm
      recipient={recipient}
      sending={useChangeRecipient(recipient)}
      action="Save"
      onDone={onDone}
    />
  );
}

interface Sending {
  mutate: (wish: NewRecipient, then: { onSuccess: () => void; onError: (error: Error) => void }) => void;
  isPending: boolean;
  error: Error | null;
}

interface RecipientFormProps {
  /** Absent: it is to be a new one. */
  recipient: Recipient | undefined;
  sending: Sending;
  action: string;
  onDone: () => void;
}

function RecipientForm(props: RecipientFormProps) {
  return (
    <Loaded query={useQuery(choicesQuery)} what="what can be chosen" skeleton={<Skeleton height={280} />}>
      {(choices) => <Fields choices={choices} {...props} />}
    </Loaded>
  );
}

interface FieldsProps extends RecipientFormProps {
  choices: NotificationChoices;
}

function Fields({ choices, recipient, sending, action, onDone }: FieldsProps) {
  const form = useForm({
    initialValues: {
      channel: recipient?.channel ?? choices.channels[0]?.name ?? 'mail',
      name: recipient?.name ?? '',
      enabled: recipient?.enabled ?? true,
      address: '',
      secret: '',
      reasons: recipient?.reasons ?? ['all'],
      alarms: recipient?.alarms ?? ['all'],
    },
    validate: {
      name: (value) => (value.trim() === '' ? 'By which people know it' : null),
      address: (value, { channel }) =>
        value.trim() === '' && recipient?.channel !== channel ? 'Where it is reached' : null,
    },
  });
  const channel = choices.channels.find(({ name }) => name === form.values.channel);
  const stays = recipient?.channel === form.values.channel;
  const submit = form.onSubmit(({ address, secret, ...wish }) =>
    sending.mutate(
      {
        ...wish,
        name: wish.name.trim(),
        address: address.trim() || undefined,
        secret: secret === '' ? undefined : secret,
      },
      { onSuccess: onDone, onError: (error) => showAtField(form, error) },
    ),
  );
  return (
    <form onSubmit={submit} noValidate aria-label={action}>
      <Stack>
        <TextInput label="Name" placeholder="Night shift" data-autofocus {...form.getInputProps('name')} />
        <Select
          label="How it is told"
          data={choices.channels.map(({ name, title }) => ({ value: name, label: title }))}
          allowDeselect={false}
          {...form.getInputProps('channel')}
        />
        <TextInput
          label="Address"
          description={stays ? 'Left empty, it stays, and its secret with it.' : channel?.address}
          placeholder={stays ? recipient.address : ''}
          autoComplete="off"
          {...form.getInputProps('address')}
        />
        {channel?.secret !== undefined && (
          <PasswordInput
            label="Secret"
            description={`It ${channel.secret}. May be left out; it is not shown again.`}
            autoComplete="new-password"
            {...form.getInputProps('secret')}
          />
        )}
        <MultiSelect
          label="Addresses listed for"
          placeholder={form.values.reasons.length === 0 ? 'None' : ''}
          data={optionsOf(choices.reasons)}
          clearable
          {...form.getInputProps('reasons')}
        />
        <MultiSelect
          label="Alarms"
          placeholder={form.values.alarms.length === 0 ? 'None' : ''}
          data={optionsOf(choices.alarms)}
          clearable
          searchable
          {...form.getInputProps('alarms')}
        />
        <Switch
          label="It is told"
          description="Off: what waits for it is given up."
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
        <FormEnd
          form={form}
          sending={sending}
          failed="Nothing was changed"
          action={action}
          aside={<Cancel onClick={onDone} />}
        />
      </Stack>
    </form>
  );
}

/** "all" stands for each of them, also for those to come. */
export function optionsOf(options: NotificationChoices['reasons']): { value: string; label: string }[] {
  const known = options
    .filter(({ id }) => id !== 'all')
    .map(({ id, title }) => ({ value: id, label: title }));
  return [{ value: 'all', label: 'All of them' }, ...known];
}
