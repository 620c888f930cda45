// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { RuleField, Tried } from '@/features/backtest/tried';
import { ApiError } from '@/lib/api';
import { useMay } from '@/lib/session';
import type { DefenseSettings } from '@/lib/types';
import { settingsQuery, useSaveSettings } from './api';
import { DevicesPanel } from './DevicesPanel';
import { RulePanel } from './RulePanel';
import { SaveBar } from './SaveBar';
import { SaveModal } from './SaveModal';
import { TermsPanel } from './TermsPanel';
import { TryModal } from './TryModal';
import { validate } from './validation';

const ruleFields: readonly RuleField[] = ['portScan', 'ipScan', 'vulnerability'];

interface SettingsFormProps {
  settings: DefenseSettings;
  /** Numbers that were tried, to go on with; taken once. */
  tried: Tried | undefined;
  onTaken: () => void;
}

export function SettingsForm({ settings, tried, onTaken }: SettingsFormProps) {
  const navigate = useNavigate();
  const save = useSaveSettings();
  const mayChange = useMay('admin');
  const form = useForm<DefenseSettings>({
    initialValues: settings,
    validate,
    validateInputOnChange: true,
    enhanceGetInputProps: () => ({ disabled: !mayChange }),
  });
  const [asked, setAsked] = useState<DefenseSettings>();
  const [trying, setTrying] = useState<RuleField | 'all'>();
  useEffect(() => {
    if (tried !== undefined) {
      form.setValues(tried);
      onTaken();
    }
  }, [tried, form, onTaken]);
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
          {ruleFields.map((field) => (
            <RulePanel key={field} form={form} field={field} onTry={() => setTrying(field)} />
          ))}
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
              onTry={() => setTrying('all')}
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
      {/* Gone at once: fading, it would stand still with this tab, and still be here when one is back. */}
      {trying && (
        <TryModal
          what={trying}
          inForce={settings}
          edited={form.values}
          onBegun={({ id }) => {
            setTrying(undefined);
            void navigate({ to: '/settings', search: { tab: 'history', run: String(id) } });
          }}
          onClose={() => setTrying(undefined)}
        />
      )}
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
