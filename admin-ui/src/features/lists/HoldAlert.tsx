// SPDX-License-Identifier: Apache-2.0
import { Alert, Group, Text } from '@mantine/core';
import { WarningIcon } from '@/components/icons';
import { ReasonedButton } from '@/components/ReasonedButton';
import { When } from '@/components/When';
import { count } from '@/lib/format';
import { useMay } from '@/lib/session';
import type { FeedHold } from '@/lib/types';
import { useDecideHold } from './api';

/** A version that dropped so much that an operator is asked. */
export function HoldAlert({ hold }: { hold: FeedHold }) {
  return (
    <Alert
      color={hold.state === 'kept' ? 'yellow' : 'red'}
      icon={<WarningIcon />}
      role="alert"
      title={`It would drop from ${count(hold.served)} to ${count(hold.proposed)} entries`}
    >
      <Text size="sm">
        Since <When at={hold.since} ago /> firewalls are served the last version, and nothing new. See why so
        much is released: an allowlist line, an undo, other settings.
      </Text>
      {hold.state === 'kept' && (
        <Text size="sm">
          {hold.by} chose to keep it <When at={hold.decidedAt} ago />: {hold.why}
        </Text>
      )}
      <Decide hold={hold} />
    </Alert>
  );
}

function Decide({ hold: { list, state, served, proposed } }: { hold: FeedHold }) {
  const mayDecide = useMay('operator');
  const approve = useDecideHold(list, 'approve');
  const keep = useDecideHold(list, 'keep');
  return (
    mayDecide && (
      <Group gap="xs" mt="xs">
        <ReasonedButton
          label="Serve the smaller list"
          size="xs"
          color="red"
          title={`Serve ${list} with ${count(proposed)} entries?`}
          action="Serve the smaller list"
          doing={approve}
        >
          Firewalls stop to block {count(served - proposed)} addresses and prefixes with their next poll.
        </ReasonedButton>
        {state === 'waiting' && (
          <ReasonedButton
            label="Keep the last version"
            size="xs"
            variant="default"
            title={`Keep ${list} as it is?`}
            action="Keep the last version"
            actionColor="blue"
            doing={keep}
          >
            No new entry is served meanwhile, until somebody serves the smaller list or it holds enough again.
          </ReasonedButton>
        )}
      </Group>
    )
  );
}
