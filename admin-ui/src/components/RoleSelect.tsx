// SPDX-License-Identifier: Apache-2.0
import { Select, type SelectProps, Text } from '@mantine/core';
import { capitalised } from '@/lib/format';
import { covers, roles } from '@/lib/session';
import type { Role } from '@/lib/types';

const mayDo: Record<Role, string> = {
  viewer: 'Looks at everything but people',
  operator: 'Also adds, releases and decides',
  admin: 'Also changes settings, lists and people',
};

interface RoleSelectProps extends Omit<SelectProps, 'data'> {
  /** No role above this one is offered. */
  most?: Role;
}

export function RoleSelect({ most = 'admin', ...select }: RoleSelectProps) {
  return (
    <Select
      {...select}
      data={roles
        .filter((role) => covers(most, role))
        .map((role) => ({ value: role, label: capitalised(role) }))}
      allowDeselect={false}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {mayDo[option.value as Role]}
          </Text>
        </div>
      )}
    />
  );
}
