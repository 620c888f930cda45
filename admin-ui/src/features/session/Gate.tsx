// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ErrorState } from '@/components/ErrorState';
import { SessionContext, sessionQuery } from '@/lib/session';
import { Front } from './Front';
import { NewPasswordPage } from './NewPasswordPage';
import { SignInPage } from './SignInPage';

/**
 * Lets in who is signed in. Others sign in right here, in the place of the page that they asked for: the address stays, so
 * they are where they wanted to be, and no address has to be carried along that somebody could have forged.
 */
export function Gate({ children }: { children: ReactNode }) {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const wasIn = useHasBeen(session !== null && session !== undefined);
  if (session === undefined) {
    return (
      <Front>
        {error ? (
          <ErrorState title="Could not load who is signed in" error={error} retry={() => void refetch()} />
        ) : (
          <FrontSkeleton />
        )}
      </Front>
    );
  }
  if (session === null) {
    return <SignInPage wasIn={wasIn} />;
  }
  return (
    <SessionContext key={session.user} value={session}>
      {session.mustChangePassword ? <NewPasswordPage /> : children}
    </SessionContext>
  );
}

function useHasBeen(so: boolean): boolean {
  const [been, setBeen] = useState(so);
  if (so && !been) {
    setBeen(true);
  }
  return been || so;
}

function FrontSkeleton() {
  return (
    <Stack role="status" aria-label="Loading who is signed in">
      <Skeleton height={28} width="40%" />
      <Skeleton height={54} />
      <Skeleton height={54} />
      <Skeleton height={36} />
    </Stack>
  );
}
