// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { InlineLink } from '@/components/AnchorLink';
import { Differences } from '@/components/Differences';
import { Cancel } from '@/components/FormEnd';
import { TimeInput } from '@/components/TimeInput';
import { useBegin } from '@/features/backtest/api';
import { rangeOf, type Stretch, stretches, usualStretch } from '@/features/backtest/stretch';
import { differences, differing, type RuleField, triedOf } from '@/features/backtest/tried';
import { ApiError } from '@/lib/api';
import type { BacktestRun, DefenseSettings } from '@/lib/types';
import { Sentence } from './InlineNumber';
import { RuleFields, RuleMode, ruleTitle } from './RulePanel';
import { validate } from './validation';

interface TryModalProps {
  /** What is tried; nothing: it is closed. */
  what: RuleField | 'all' | undefined;
  inForce: DefenseSettings;
  /** As they stand in the form. */
  edited: DefenseSettings;
  onBegun: (run: BacktestRun) => void;
  onClose: () => void;
}

/** Other numbers over what was logged, before they are in force. */
export function TryModal({ what, ...props }: TryModalProps) {
  const title =
    what === undefined || what === 'all' ? 'Try on history' : `Try on history: ${ruleTitle(what)}`;
  return (
    <Modal opened={what !== undefined} onClose={props.onClose} title={title} size="lg" centered>
      {what && <TryForm what={what} {...props} />}
    </Modal>
  );
}

function TryForm({ what, inForce, edited, onBegun, onClose }: TryModalProps) {
  const rule = what === 'all' ? undefined : what;
  const form = useForm<DefenseSettings>({ initialValues: edited, validate, validateInputOnChange: true });
  const [stretch, setStretch] = useState(usualStretch);
  const [unsaid, setUnsaid] = useState(false);
  const begin = useBegin();
  const present = triedOf(inForce, inForce, undefined);
  const wanted = triedOf(inForce, form.values, rule);
  const changes = differences(present, wanted);
  const submit = form.onSubmit(() => {
    const range = rangeOf(stretch);
    setUnsaid(range === undefined);
    if (range !== undefined) {
      begin.mutate(
        { ...range, settings: differing(present, wanted) },
        {
          onSuccess: onBegun,
          onError: (error) => {
            if (error instanceof ApiError && error.field !== undefined) {
              form.setFieldError(error.field, error.atField);
            }
          },
        },
      );
    }
  });
  const at = begin.error instanceof ApiError ? begin.error.field : undefined;
  return (
    <form onSubmit={submit} noValidate aria-label="Try on history">
      <Stack>
        <Text size="sm">
          The rules go over what was logged, once with the settings in force and once with these. Nothing is
          listed or released by it.
        </Text>
        {rule && (
          <div>
            <Group mb="xs">
              <RuleMode form={form} field={rule} />
            </Group>
            <RuleFields form={form} field={rule} />
          </div>
        )}
        {changes.length > 0 ? <Differences differences={changes} /> : <NothingToTry rule={rule} />}
        <StretchFields
          stretch={stretch}
          onChange={setStretch}
          fromError={unsaid && stretch.from === undefined ? 'Say when it begins' : wordsAt('from')}
          toError={wordsAt('to')}
        />
        {begin.error && at !== 'from' && at !== 'to' && (
          <Alert color="red" title="Nothing was begun" role="alert">
            {begin.error.message}
            {begin.error instanceof ApiError && begin.error.status === 409 && (
              <>
                {' '}
                <InlineLink to="/settings" search={{ tab: 'history' }} onClick={onClose}>
                  To the one that runs
                </InlineLink>
              </>
            )}
          </Alert>
        )}
        <Group justify="flex-end">
          <Cancel onClick={onClose} />
          <Button type="submit" loading={begin.isPending} disabled={changes.length === 0}>
            Begin
          </Button>
        </Group>
      </Stack>
    </form>
  );

  function wordsAt(field: string): string | undefined {
    return begin.error instanceof ApiError && begin.error.field === field ? begin.error.atField : undefined;
  }
}

function NothingToTry({ rule }: { rule: RuleField | undefined }) {
  return (
    <Text size="sm" c="dimmed" role="status">
      {rule === undefined
        ? 'No rule is changed. Only what a rule counts can be tried: how long entries stay and what is kept decides about nobody.'
        : 'These are the numbers in force. Change one to see what it would do.'}
    </Text>
  );
}

interface StretchFieldsProps {
  stretch: Stretch;
  onChange: (stretch: Stretch) => void;
  fromError: string | undefined;
  toError: string | undefined;
}

function StretchFields({ stretch, onChange, fromError, toError }: StretchFieldsProps) {
  return (
    <>
      <Sentence>
        <Text span>Go over</Text>
        <Select
          aria-label="Stretch of time"
          data={stretches}
          value={stretch.over}
          onChange={(over) => over !== null && onChange({ ...stretch, over })}
          error={stretch.over === 'own' ? undefined : fromError}
          allowDeselect={false}
          w={230}
        />
      </Sentence>
      {stretch.over === 'own' && (
        <Group align="flex-start">
          <TimeInput
            label="From"
            value={stretch.from}
            onChange={(from) => onChange({ ...stretch, from })}
            error={fromError}
          />
          <TimeInput
            label="To"
            description="Empty: now"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={stretch.to}
            onChange={(to) => onChange({ ...stretch, to })}
            error={toError}
          />
        </Group>
      )}
    </>
  );
}
