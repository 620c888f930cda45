// SPDX-License-Identifier: Apache-2.0
import { Badge } from '@mantine/core';
import type { BlacklistEntry } from '@/lib/types';

/** Only what an operator added is marked: the rest is detected. */
export function Origin({ of }: { of: BlacklistEntry }) {
  return of.origin === 'User Added' ? (
    <Badge variant="outline" color="gray" tt="none" radius="sm">
      User Added
    </Badge>
  ) : null;
}
