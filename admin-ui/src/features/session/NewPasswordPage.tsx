// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import { useSession } from '@/lib/session';
import { useSignOut } from './api';
import { Front } from './Front';
import { PasswordForm } from './PasswordForm';

/** Somebody else knows the present password: nothing is done before there is another one. */
export function NewPasswordPage() {
  const { user } = useSession();
  const signOut = useSignOut();
  return (
    <Front title="Choose your own password">
      <Text size="sm">
        You are {user}. The password that you signed in with was handed over to you: replace it, then go on.
      </Text>
      <PasswordForm action="Change and go on" />
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        loading={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        Sign out
      </Button>
    </Front>
  );
}
