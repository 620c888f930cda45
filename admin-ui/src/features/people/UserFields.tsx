// SPDX-License-Identifier: Apache-2.0
import { MultiSelect } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { RoleSelect } from '@/components/RoleSelect';
import type { Role } from '@/lib/types';
import { groupsQuery } from './api';

export interface UserValues {
  name: string;
  role: Role;
  groups: string[];
  disabled: boolean;
}

export function UserFields({ form }: { form: UseFormReturnType<UserValues> }) {
  const groups = useQuery(groupsQuery);
  const names = groups.data?.groups.map(({ name }) => name) ?? [];
  return (
    <>
      <RoleSelect
        label="Role"
        description="The highest of this one and those of the groups holds."
        {...form.getInputProps('role')}
      />
      <MultiSelect
        label="Groups"
        description={groups.error ? `The groups could not be loaded. ${groups.error.message}` : undefined}
        data={names}
        placeholder={form.values.groups.length === 0 ? 'None' : ''}
        nothingFoundMessage="No such group"
        searchable
        clearable
        {...form.getInputProps('groups')}
      />
    </>
  );
}
