// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useMay } from '@/lib/session';
import type { Role } from '@/lib/types';
import { EmptyState } from './EmptyState';

/** A page that others would be refused: they may have followed somebody's link. */
export function OnlyFor({ needs, children }: { needs: Role; children: ReactNode }) {
  return useMay(needs) ? (
    children
  ) : (
    <EmptyState title={`This page is for the role ${needs}`}>
      Your account may not see it. An admin can change that under Users and Groups.
    </EmptyState>
  );
}
