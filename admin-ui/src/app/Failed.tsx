// SPDX-License-Identifier: Apache-2.0
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorState } from '@/components/ErrorState';

/** Something that a page did not expect; the other pages go on. */
export function Failed({ error, reset }: ErrorComponentProps) {
  return <ErrorState title="This page failed" error={asError(error)} retry={reset} />;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
