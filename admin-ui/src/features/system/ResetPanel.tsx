// SPDX-License-Identifier: Apache-2.0
import { Alert, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Panel } from '@/components/Panel';
import { ReasonedButton } from '@/components/ReasonedButton';
import { api } from '@/lib/api';
import { confirmationQuery, statusQuery } from '@/lib/queries';
import { useMay } from '@/lib/session';
import type { Confirmation } from '@/lib/types';

/** Whether the detector does what it was told, and the way to have it begin anew. */
export function ResetPanel() {
  const mayReset = useMay('admin');
  const reset = useReset();
  const { data: detector, error } = useQuery(confirmationQuery);
  return (
    <Panel title="The detector’s memory" note="What each source did within the windows of the rules">
      <Group justify="space-between" gap="md">
        <Text size="sm" role="status" style={{ flex: '1 1 300px' }}>
          {error
            ? `It is not known whether the detector does what it was told. ${error.message}`
            : detector === undefined
              ? 'Asking the detector…'
              : words(detector)}
        </Text>
        {mayReset && (
          <ReasonedButton
            label="Forget what was counted"
            variant="light"
            color="red"
            title="Forget what was counted?"
            action="Forget it"
            doing={reset}
          >
            <Text size="sm">
              The detector begins with empty windows: a scan that is under way is counted from now on only.
            </Text>
            <Text size="sm" mt="xs">
              What stays: every entry of the list with its evidence and history, the settings, the own
              networks and the allowlist, and where each log file is read.
            </Text>
            {detector?.confirmed === false && (
              <Alert color="yellow" mt="xs">
                An earlier order has not been carried out yet.
              </Alert>
            )}
          </ReasonedButton>
        )}
      </Group>
    </Panel>
  );
}

function words({ on, confirmed, partitions, agreeing, resetEpoch }: Confirmation): string {
  const resets =
    resetEpoch === 0
      ? 'It was never reset.'
      : `It was reset ${resetEpoch === 1 ? 'once' : `${resetEpoch} times`}.`;
  if (partitions === 0) {
    return `The detector has told nothing yet. ${resets}`;
  }
  return confirmed
    ? `The detector ${on ? 'works' : 'rests'} with the settings in force. ${resets}`
    : `The detector is taking up what it was told: ${agreeing} of ${partitions} parts have. ${resets}`;
}

function useReset() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (why: string) => api.post<Confirmation>(`/system/reset?${new URLSearchParams({ why })}`),
    onSuccess: (told) => {
      client.setQueryData(confirmationQuery.queryKey, told);
      return Promise.all(
        [statusQuery.queryKey, ['settings'], ['settings-versions']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
