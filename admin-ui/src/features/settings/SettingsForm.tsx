// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '@/lib/api';
import { useMay } from '@/lib/session';
import type { DefenseSettings } from '@/lib/types';
import { settingsQuery, useSaveSettings } from './api';
import { DevicesPanel } from './DevicesPanel';
import { DistinctCountRule } from './DistinctCountRule';
import { SaveBar } from './SaveBar';
import { SaveModal } from './SaveModal';
import { TermsPanel } from './TermsPanel';
import { validate } from './validation';
import { VulnerabilityRule } from './VulnerabilityRule';

export function SettingsForm({ settings }: { settings: DefenseSettings }) {
  const save = useSaveSettings();
  const mayChange = useMay('admin');
  const form = useForm<DefenseSettings>({
    initialValues: settings,
    validate,
    validateInputOnChange: true,
    enhanceGetInputProps: () => ({ disabled: !mayChange }),
  });
  const [asked, setAsked] = useState<DefenseSettings>();
  // The lines of the two lists have their own forms; they and the version may be newer than what is edited here.
  const submit = form.onSubmit((edited) => {
    const { version, ownNetworks, allowlist } = settings;
    save.reset();
    setAsked({ ...edited, version, ownNetworks, allowlist });
  });
  const put = (wanted: DefenseSettings, why: string | undefined) =>
    save.mutate(
      { settings: wanted, why },
      {
        onSettled: () => setAsked(undefined),
        onError: (error) => {
          if (error instanceof ApiError && error.field !== undefined) {
            form.setFieldError(error.field, error.atField);
          }
        },
      },
    );
  return (
    <>
      <form onSubmit={submit} noValidate aria-label="Settings" className={mayChange ? undefined : 'reading'}>
        <Stack gap="lg">
          {!mayChange && (
            <Alert color="blue" title="Only an admin changes these settings">
              You see what is in force: version {settings.version}.
            </Alert>
          )}
          <DistinctCountRule
            form={form}
            field="portScan"
            title="Port Scan Attack v1"
            before="List a source that tries more than"
            between="ports of one destination within"
          />
          <DistinctCountRule
            form={form}
            field="ipScan"
            title="Port Scan Attack v2"
            before="List a source that tries one port on more than"
            between="destinations within"
          />
          <VulnerabilityRule form={form} />
          <TermsPanel form={form} />
          <DevicesPanel form={form} />
          {save.error && (
            <Alert color="red" title="Nothing was saved" role="alert">
              {save.error.message}
              {isConflict(save.error) && <LoadInForce />}
            </Alert>
          )}
          {mayChange && (
            <SaveBar
              changed={form.isDirty()}
              saving={save.isPending}
              onDiscard={() => {
                form.reset();
                save.reset();
              }}
              version={settings.version}
            />
          )}
        </Stack>
      </form>
      <SaveModal
        wanted={asked}
        saving={save.isPending}
        onSave={(why) => asked && put(asked, why)}
        onClose={() => setAsked(undefined)}
      />
    </>
  );
}

/** Somebody else saved meanwhile. */
function isConflict(error: Error): boolean {
  return error instanceof ApiError && error.status === 409;
}

function LoadInForce() {
  const client = useQueryClient();
  return (
    <Button
      size="xs"
      variant="light"
      color="red"
      display="block"
      mt="xs"
      onClick={() => void client.refetchQueries({ queryKey: settingsQuery.queryKey })}
    >
      Drop my changes and show what is in force
    </Button>
  );
}
