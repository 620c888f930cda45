// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, List, PasswordInput, Stack, Text, ThemeIcon } from '@mantine/core';
import { useForm } from '@mantine/form';
import { CheckIcon } from '@/components/icons';
import { ApiError } from '@/lib/api';
import { useSession } from '@/lib/session';
import { useChangePassword } from './api';
import { metBy, passwordRules } from './passwordRule';
import { useCapsLock } from './useCapsLock';
import { useWait, WaitAlert } from './Wait';

const empty = { present: '', next: '', again: '' };

export function PasswordForm({ action }: { action: string }) {
  const { user } = useSession();
  const change = useChangePassword();
  const wait = useWait(change.error);
  const caps = useCapsLock();
  const form = useForm({
    initialValues: empty,
    validate: {
      present: (value) => (value === '' ? 'The password until now' : null),
      next: (value) => (metBy(value, user).includes(false) ? 'It does not meet all that is asked for' : null),
      again: (value, { next }) => (value === next ? null : 'It differs from the new password'),
    },
  });
  const submit = form.onSubmit(({ present, next }) =>
    change.mutate(
      { present, next },
      {
        onSuccess: form.reset,
        onError: (error) => {
          if (error instanceof ApiError && error.field === 'next') {
            form.setFieldError('next', error.atField);
          } else if (error instanceof ApiError && error.status === 401) {
            form.setFieldError('present', error.message);
          }
        },
      },
    ),
  );
  const elsewhere = change.error !== null && wait === undefined && Object.keys(form.errors).length === 0;
  return (
    <form onSubmit={submit} noValidate aria-label="Change your password">
      <Stack>
        {/* For password managers: whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={user} readOnly hidden />
        <PasswordInput
          label="Present password"
          autoComplete="current-password"
          {...caps}
          {...form.getInputProps('present')}
        />
        <Rules password={form.values.next} user={user} />
        <PasswordInput
          label="New password"
          autoComplete="new-password"
          aria-describedby="password-rules"
          {...form.getInputProps('next')}
        />
        <PasswordInput
          label="New password once more"
          autoComplete="new-password"
          {...form.getInputProps('again')}
        />
        {wait && <WaitAlert until={wait.until} />}
        {elsewhere && (
          <Alert color="red" title="Your password is not changed" role="alert">
            {change.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending} disabled={wait?.goesOn}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Rules({ password, user }: { password: string; user: string }) {
  const met = metBy(password, user);
  return (
    <div id="password-rules">
      <Text size="sm" mb={4}>
        What a new password needs
      </Text>
      <List size="sm" spacing={4} listStyleType="none" center>
        {passwordRules.map(({ words }, rule) => (
          <List.Item
            key={words}
            icon={
              <ThemeIcon size={18} radius="xl" variant="light" color={met[rule] ? 'teal' : 'gray'}>
                {met[rule] ? <CheckIcon size={12} /> : null}
              </ThemeIcon>
            }
          >
            {words}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
