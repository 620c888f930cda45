// SPDX-License-Identifier: Apache-2.0
import { Group, Table, Text } from '@mantine/core';
import { ConfirmedButton } from '@/components/ConfirmedButton';
import { When } from '@/components/When';
import { count, duration } from '@/lib/format';
import { useMay } from '@/lib/session';
import type { PollerView } from '@/lib/types';
import { useForgetPoller } from './api';
import type { List } from './list';
import classes from './lists.module.css';
import { PollerBadge } from './PollerBadge';
import { answerWords } from './words';

interface ConsumersTableProps {
  pollers: PollerView[];
  /** By name; by it a consumer's copy is known to be old. */
  lists: List[];
}

export function ConsumersTable({ pollers, lists }: ConsumersTableProps) {
  return (
    <Table verticalSpacing="xs" horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Consumer</Table.Th>
          <Table.Th>Last poll</Table.Th>
          <Table.Th visibleFrom="sm">Its copy</Table.Th>
          <Table.Th visibleFrom="md">Rhythm</Table.Th>
          <Table.Th aria-label="Forget" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {pollers.map((poller) => (
          <Table.Tr key={`${poller.list} ${poller.address}`}>
            <Table.Td className={classes.cell}>
              <Group gap={6}>
                <Text span size="sm" fw={600} className="address">
                  {poller.address}
                </Text>
                <PollerBadge poller={poller} />
              </Group>
              <Text size="xs" c="dimmed">
                polls {poller.list}
                {poller.user !== undefined && ` as ${poller.user}`}
              </Text>
            </Table.Td>
            <Table.Td>
              <When at={poller.lastAt} ago />
              <Text size="xs" c={poller.lastStatus >= 400 ? 'red' : 'dimmed'}>
                {answerWords(poller.lastStatus)}
              </Text>
              {poller.refusedSince !== undefined && (
                <Text size="xs" c="red">
                  refused since <When at={poller.refusedSince} ago />
                </Text>
              )}
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <ItsCopy poller={poller} list={lists.find(({ name }) => name === poller.list)} />
            </Table.Td>
            <Table.Td visibleFrom="md" className="figures">
              {poller.everySeconds === undefined
                ? 'not known yet'
                : `every ${duration(poller.everySeconds * 1000)}`}
              <Text size="xs" c="dimmed">
                {count(poller.polls)} polls
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <Forget poller={poller} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Had at its last good poll; what has changed since, it gets with the next one. */
function ItsCopy({ poller, list }: { poller: PollerView; list: List | undefined }) {
  const current = poller.version !== undefined && poller.version === list?.served?.version;
  return (
    <>
      <Text size="sm">
        {current ? 'the present version' : poller.lastGoodAt === undefined ? 'none' : 'an older version'}
      </Text>
      <Text size="xs" c="dimmed">
        fetched <When at={poller.lastGoodAt} ago />
      </Text>
    </>
  );
}

function Forget({ poller }: { poller: PollerView }) {
  const mayForget = useMay('operator');
  const forget = useForgetPoller(poller);
  return (
    mayForget && (
      <ConfirmedButton
        label="Forget"
        aria-label={`Forget ${poller.address} of ${poller.list}`}
        size="compact-xs"
        variant="default"
        title={`Forget ${poller.address}?`}
        action="Forget it"
        doing={forget}
        onDone={() => undefined}
      >
        It is missed no more. If it polls again, it is a new consumer.
      </ConfirmedButton>
    )
  );
}
