// SPDX-License-Identifier: Apache-2.0
import { Group, Stack, Switch, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { ConfirmedButton } from '@/components/ConfirmedButton';
import { Figure, Figures } from '@/components/Figures';
import { FormEnd, showAtField } from '@/components/FormEnd';
import { Panel } from '@/components/Panel';
import { RoleBadge } from '@/components/RoleBadge';
import { When } from '@/components/When';
import { useSession } from '@/lib/session';
import type { HandedOver, User } from '@/lib/types';
import { useChangeUser, useRemoveUser, useResetPassword } from './api';
import { UserFields, type UserValues } from './UserFields';

interface UserDetailsProps {
  user: User;
  onHanded: (handed: HandedOver) => void;
  onClose: () => void;
}

export function UserDetails({ user, onHanded, onClose }: UserDetailsProps) {
  const isOneself = useSession().user === user.name;
  return (
    <Stack>
      <Panel title="Known" flush>
        <Figures>
          <Figure label="May do">
            <RoleBadge role={user.role} />
          </Figure>
          <Figure label="Last sign-in">
            <When at={user.signedInAt} />
          </Figure>
          <Figure label="Since">
            <When at={user.createdAt} />
          </Figure>
          <Figure label="Password">
            {user.mustChangePassword ? 'to be changed at the next sign-in' : 'their own'}
          </Figure>
        </Figures>
      </Panel>
      <Panel title="Change">
        <ChangeForm key={JSON.stringify(valuesOf(user))} user={user} isOneself={isOneself} />
      </Panel>
      <Panel title={isOneself ? 'This is you' : 'Password and removal'}>
        {isOneself ? (
          <Text size="sm">
            You change your password under your account. Another admin can disable or remove you.
          </Text>
        ) : (
          <Group>
            <Reset user={user} onHanded={onHanded} />
            <Remove user={user} onRemoved={onClose} />
          </Group>
        )}
      </Panel>
    </Stack>
  );
}

function valuesOf({ name, ownRole, groups, disabled }: User): UserValues {
  return { name, role: ownRole, groups, disabled };
}

function ChangeForm({ user, isOneself }: { user: User; isOneself: boolean }) {
  const change = useChangeUser(user.name);
  const form = useForm<UserValues>({ initialValues: valuesOf(user) });
  const submit = form.onSubmit(({ role, groups, disabled }) =>
    change.mutate(
      { role, groups, disabled },
      {
        onSuccess: () => notifications.show({ message: `${user.name} is changed`, color: 'teal' }),
        onError: (error) => showAtField(form, error),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate aria-label={`Change ${user.name}`}>
      <Stack>
        <UserFields form={form} />
        {!isOneself && (
          <Switch
            label="Disabled"
            description="Signed out everywhere, does not come in again, and no token works."
            {...form.getInputProps('disabled', { type: 'checkbox' })}
          />
        )}
        <FormEnd
          form={form}
          sending={change}
          failed="Nothing was changed"
          action="Save"
          idle={!form.isDirty()}
        />
      </Stack>
    </form>
  );
}

function Reset({ user, onHanded }: { user: User; onHanded: (handed: HandedOver) => void }) {
  return (
    <ConfirmedButton
      label="Reset the password"
      variant="default"
      title={`Reset the password of ${user.name}?`}
      action="Reset"
      doing={useResetPassword(user.name)}
      onDone={onHanded}
    >
      The present password is good for nothing then, and {user.name} is signed out everywhere. You are shown a
      password to hand over.
    </ConfirmedButton>
  );
}

function Remove({ user, onRemoved }: { user: User; onRemoved: () => void }) {
  return (
    <ConfirmedButton
      label="Remove"
      variant="light"
      color="red"
      title={`Remove ${user.name}?`}
      action="Remove"
      doing={useRemoveUser(user.name)}
      onDone={() => {
        notifications.show({ message: `${user.name} is removed`, color: 'teal' });
        onRemoved();
      }}
    >
      All sessions and tokens of {user.name} end. What {user.name} did stays in the audit log. To keep the
      account, disable it.
    </ConfirmedButton>
  );
}
