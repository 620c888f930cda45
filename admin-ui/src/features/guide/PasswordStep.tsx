// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { InlineLink } from '@/components/AnchorLink';
import { useSession } from '@/lib/session';

/** Whoever was handed a password gets no further than replacing it, so this is done by the time it is read. */
export function PasswordStep() {
  const { user } = useSession();
  return (
    <Text size="sm">
      The password that {user} was handed over with is replaced. You can{' '}
      <InlineLink to="/account" search={{ tab: 'password' }}>
        change it again
      </InlineLink>
      , and give each colleague{' '}
      <InlineLink to="/people" search={{}}>
        an account of their own
      </InlineLink>
      : what each does is kept with their name.
    </Text>
  );
}
