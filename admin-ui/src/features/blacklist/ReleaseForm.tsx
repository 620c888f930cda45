// SPDX-License-Identifier: Apache-2.0
import { Button, Card, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useReleaseEntry } from './api';
import classes from './ReleaseForm.module.css';

export function ReleaseForm({ address, onReleased }: { address: string; onReleased: () => void }) {
  const [reason, setReason] = useState('');
  const [neverAgain, setNeverAgain] = useState(false);
  const [missing, setMissing] = useState(false);
  const release = useReleaseEntry(address, onReleased);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setMissing(true);
      return;
    }
    release.mutate({ reason: reason.trim(), neverAgain });
  };
  return (
    <Card
      withBorder
      component="form"
      className={classes.form}
      p="sm"
      aria-label="Release"
      noValidate
      onSubmit={submit}
    >
      <Stack gap="xs">
        <Text size="xs" c="dimmed">
          Releasing takes the address off the list. Counting starts afresh: only what it does from now on can
          list it again.
        </Text>
        <Group align="flex-start" gap="sm">
          <TextInput
            style={{ flex: '1 1 220px' }}
            aria-label="Why is it released?"
            placeholder="Why is it released?"
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setMissing(false);
            }}
            error={missing ? 'Say why: it is kept in the history' : release.error?.message}
          />
          <Button type="submit" color="red" variant="light" loading={release.isPending}>
            Release
          </Button>
        </Group>
        <Checkbox
          label="Put it on the allowlist as well: it is never listed again"
          checked={neverAgain}
          onChange={(event) => setNeverAgain(event.currentTarget.checked)}
        />
      </Stack>
    </Card>
  );
}
