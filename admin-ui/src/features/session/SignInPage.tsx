// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { useSignIn } from './api';
import { Front } from './Front';
import { useCapsLock } from './useCapsLock';
import { useWait, WaitAlert } from './Wait';

export function SignInPage({ wasIn }: { wasIn: boolean }) {
  return (
    <Front title="Sign in">
      {wasIn && (
        <Text size="sm" c="dimmed" role="status">
          Your session has ended. Sign in to go on.
        </Text>
      )}
      <SignInForm />
    </Front>
  );
}

function SignInForm() {
  const signIn = useSignIn();
  const wait = useWait(signIn.error);
  const caps = useCapsLock();
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => name.current?.focus(), []);
  const form = useForm({
    initialValues: { user: '', password: '' },
    validate: {
      user: (value) => (value.trim() === '' ? 'The name of your account' : null),
      password: (value) => (value === '' ? 'Your password' : null),
    },
  });
  const submit = form.onSubmit(({ user, password }) => signIn.mutate({ user: user.trim(), password }));
  return (
    <form onSubmit={submit} noValidate aria-label="Sign in">
      <Stack>
        <TextInput
          ref={name}
          label="Name"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          {...form.getInputProps('user')}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          {...caps}
          {...form.getInputProps('password')}
        />
        {wait ? (
          <WaitAlert until={wait.until} />
        ) : (
          signIn.error && (
            <Alert color="red" title="You are not signed in" role="alert">
              {signIn.error.message}
            </Alert>
          )
        )}
        <Button type="submit" loading={signIn.isPending} disabled={wait?.goesOn} fullWidth>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
