// SPDX-License-Identifier: Apache-2.0
import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Cancel, FormEnd } from '@/components/FormEnd';
import { ApiError } from '@/lib/api';
import type { FeedView, FeedWish } from '@/lib/types';
import { useChangeFeed, useDefineFeed } from './api';
import { AccessFields, ChoiceFields } from './FeedFields';
import { FeedPreviewLine } from './FeedPreviewLine';
import { fieldOf, type FeedValues, valuesOf, wishOf } from './feedValues';

export function DefineFeedForm({
  onDone,
  onCancel,
}: {
  onDone: (name: string) => void;
  onCancel: () => void;
}) {
  return (
    <FeedForm
      feed={undefined}
      sending={useDefineFeed()}
      action="Define the feed"
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}

export function ChangeFeedForm({ feed, onDone }: { feed: FeedView; onDone: () => void }) {
  return (
    <FeedForm
      feed={feed}
      sending={useChangeFeed(feed.name)}
      action="Change the feed"
      onDone={onDone}
      onCancel={onDone}
    />
  );
}

interface Sending {
  mutate: (
    what: { wish: FeedWish; why: string },
    then: { onSuccess: (feed: FeedView) => void; onError: (error: Error) => void },
  ) => void;
  isPending: boolean;
  error: Error | null;
}

interface FeedFormProps {
  /** Absent: it is to be a new one. */
  feed: FeedView | undefined;
  sending: Sending;
  action: string;
  onDone: (name: string) => void;
  onCancel: () => void;
}

function FeedForm({ feed, sending, action, onDone, onCancel }: FeedFormProps) {
  const form = useForm<FeedValues>({
    initialValues: valuesOf(feed),
    validate: {
      name: (value) => (value.trim() === '' ? 'What the list is called, such as branch' : null),
      capacity: (value) => (value === '' ? 'How many lines the firewall can hold' : null),
      why: (value) => (value.trim() === '' ? 'Say why: it is kept on record' : null),
    },
  });
  const submit = form.onSubmit((values) =>
    sending.mutate(
      { wish: wishOf(values, feed), why: values.why.trim() },
      {
        onSuccess: ({ name }) => onDone(name),
        onError: (error) => showAtField(form, error),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate aria-label={action}>
      <Stack>
        {feed === undefined && (
          <TextInput
            label="Name"
            description="Also of its file: a-z, 0-9 and hyphens."
            placeholder="branch"
            autoCapitalize="none"
            spellCheck={false}
            data-autofocus
            {...form.getInputProps('name')}
          />
        )}
        <TextInput label="What it is for" {...form.getInputProps('comment')} />
        <ChoiceFields form={form} />
        <FeedPreviewLine wish={wishOf(form.values, feed)} />
        <AccessFields form={form} keepsPassword={feed?.access.kind === 'basic'} />
        <TextInput
          label="Why"
          description="Kept with your name."
          maxLength={500}
          {...form.getInputProps('why')}
        />
        <FormEnd
          form={form}
          sending={sending}
          failed="Nothing was changed"
          action={action}
          aside={<Cancel onClick={onCancel} />}
        />
      </Stack>
    </form>
  );
}

interface Form {
  values: FeedValues;
  setFieldError: (field: string, error: string) => void;
}

function showAtField(form: Form, error: Error): void {
  if (error instanceof ApiError && error.field !== undefined && fieldOf(error.field) in form.values) {
    form.setFieldError(fieldOf(error.field), error.atField);
  }
}
