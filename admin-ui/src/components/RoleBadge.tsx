// SPDX-License-Identifier: Apache-2.0
import { Badge } from '@mantine/core';
import { capitalised } from '@/lib/format';
import type { Role } from '@/lib/types';

const colors: Record<Role, string> = { viewer: 'gray', operator: 'blue', admin: 'grape' };

export function RoleBadge({ role }: { role: Role }) {
  return (
    <Badge miw="max-content" variant="light" color={colors[role]} tt="none" radius="sm">
      {capitalised(role)}
    </Badge>
  );
}
