// SPDX-License-Identifier: Apache-2.0
import { NumberInput, SimpleGrid, Skeleton, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { FormEnd, showAtField } from '@/components/FormEnd';
import { Loaded } from '@/components/Loaded';
import { Panel } from '@/components/Panel';
import type { NotificationSettings } from '@/lib/types';
import { notificationSettingsQuery, useSaveNotificationSettings } from './api';

/** What holds for all recipients. */
export function ForAllPanel() {
  const settings = useQuery(notificationSettingsQuery);
  return (
    <Panel title="For all recipients">
      <Loaded query={settings} what="what holds for all" skeleton={<Skeleton height={100} />}>
        {(known) => <ForAllForm key={JSON.stringify(known)} settings={known} />}
      </Loaded>
    </Panel>
  );
}

function ForAllForm({ settings }: { settings: NotificationSettings }) {
  const save = useSaveNotificationSettings();
  const form = useForm<{ pageUrl: string; groupSeconds: number | '' }>({
    initialValues: { pageUrl: settings.pageUrl ?? '', groupSeconds: settings.groupSeconds },
    validate: {
      groupSeconds: (value) =>
        value !== '' && value >= 10 && value <= 86_400 ? null : 'A whole number from 10 to 86,400',
    },
  });
  const submit = form.onSubmit(({ pageUrl, groupSeconds }) =>
    save.mutate(
      { pageUrl: pageUrl.trim() || undefined, groupSeconds: Number(groupSeconds) },
      { onError: (error) => showAtField(form, error) },
    ),
  );
  return (
    <form onSubmit={submit} noValidate aria-label="For all recipients">
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label="Address of this page"
            description="For links in messages; empty: none."
            placeholder={window.location.origin}
            {...form.getInputProps('pageUrl')}
          />
          <NumberInput
            label="At most one message of a kind in so many seconds"
            description="What follows within is told together."
            clampBehavior="none"
            allowDecimal={false}
            hideControls
            {...form.getInputProps('groupSeconds')}
          />
        </SimpleGrid>
        <FormEnd
          form={form}
          sending={save}
          failed="Nothing was changed"
          action="Save"
          idle={!form.isDirty()}
        />
      </Stack>
    </form>
  );
}
