// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Card, Group, List, Modal, Stack, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { confirmationQuery, statusQuery, systemQuery } from '@/lib/queries';
import { useMay } from '@/lib/session';
import type { SystemState } from '@/lib/types';

export function SystemSwitch({ state }: { state: SystemState }) {
  const [asking, ask] = useDisclosure(false);
  const change = useChange();
  const maySwitch = useMay('admin');
  return (
    <Card
      component="section"
      aria-label="The switch"
      withBorder
      p="lg"
      className={maySwitch ? undefined : 'reading'}
    >
      <Stack gap="md">
        <Switch
          size="lg"
          checked={state.on}
          disabled={change.isPending || !maySwitch}
          description={maySwitch ? undefined : 'Only an admin turns the system on or off.'}
          label={
            <Text fw={650} size="lg">
              {state.on ? 'The system is on' : 'The system is off'}
            </Text>
          }
          onChange={() => (state.on ? ask.open() : change.mutate(true))}
        />
        {state.on ? <WhatOnMeans /> : <WhatOffMeans />}
        {change.error && (
          <Alert color="red" title="Nothing was changed" role="alert">
            {change.error.message}
          </Alert>
        )}
      </Stack>
      <Modal opened={asking} onClose={ask.close} title="Turn the system off?" centered>
        <Stack>
          <Text size="sm">
            No new source will be detected until it is on again. The list stays as it is and is still served;
            log lines wait in Kafka for up to 7 days.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={ask.close} data-autofocus>
              Leave it on
            </Button>
            <Button
              color="yellow"
              onClick={() => {
                ask.close();
                change.mutate(false);
              }}
            >
              Turn off
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Card>
  );
}

function useChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean) => api.put<SystemState>('/system', { on }),
    onSuccess: (state, on) => {
      client.setQueryData(systemQuery.queryKey, state ?? { on });
      void client.invalidateQueries({ queryKey: statusQuery.queryKey });
      void client.invalidateQueries({ queryKey: confirmationQuery.queryKey });
    },
  });
}

function WhatOnMeans() {
  return (
    <List size="sm" c="dimmed" spacing={4}>
      <List.Item>
        Every log line is judged as it arrives; what scans or attacks is listed within a second.
      </List.Item>
      <List.Item>Firewalls fetch the list by themselves.</List.Item>
    </List>
  );
}

function WhatOffMeans() {
  return (
    <List size="sm" c="dimmed" spacing={4}>
      <List.Item>No source is detected. Entries stay listed, and you can still add and release.</List.Item>
      <List.Item>Log lines go on arriving and wait in Kafka for up to 7 days.</List.Item>
      <List.Item>
        On again, the backlog is worked off by the times in the log, so nothing that Kafka still keeps is
        missed.
      </List.Item>
    </List>
  );
}
