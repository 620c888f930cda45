// SPDX-License-Identifier: Apache-2.0
import { Drawer, Stack, Table, Text } from '@mantine/core';
import { EmptyState } from '@/components/EmptyState';
import { Figure, Figures } from '@/components/Figures';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import type { AuditEvent } from '@/lib/types';
import classes from './audit.module.css';
import { What } from './AuditTable';
import { type Difference, differences } from './diff';
import { place, way } from './words';

export function EventDrawer({ event, onClose }: { event: AuditEvent | undefined; onClose: () => void }) {
  return (
    <Drawer
      opened={event !== undefined}
      onClose={onClose}
      position="right"
      size="xl"
      title={
        <Text span fw={650} size="lg">
          Event {event?.id}
        </Text>
      }
    >
      {event && <Details event={event} />}
    </Drawer>
  );
}

function Details({ event }: { event: AuditEvent }) {
  return (
    <Stack>
      <Panel title="Who and when" flush>
        <Figures>
          <Figure label="What">
            <What event={event} />
          </Figure>
          <Figure label="When">
            <When at={event.at} />
          </Figure>
          <Figure label="Who">{event.actor.who}</Figure>
          <Figure label="How">{way(event.actor)}</Figure>
          <Figure label="From where">{place(event.actor)}</Figure>
        </Figures>
      </Panel>
      <Panel title="What changed" note="Without secrets; of lists, what left them and what came in" flush>
        <Changes changes={differences(event.before, event.after)} />
      </Panel>
    </Stack>
  );
}

function Changes({ changes }: { changes: Difference[] }) {
  if (changes.length === 0) {
    return (
      <EmptyState title="No field">It was something that happened, not a change of something.</EmptyState>
    );
  }
  return (
    <Table verticalSpacing="xs" horizontalSpacing="md" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Field</Table.Th>
          <Table.Th>Before</Table.Th>
          <Table.Th>After</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ field, before, after }) => (
          <Table.Tr key={field}>
            <Table.Td className={classes.value} fw={500}>
              {field === '' ? 'value' : field}
            </Table.Td>
            <Table.Td>
              <Values values={before} color="orange" />
            </Table.Td>
            <Table.Td>
              <Values values={after} color="teal" />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Values({ values, color }: { values: string[] | undefined; color: string }) {
  if (values === undefined) {
    return (
      <Text span size="sm" c="dimmed">
        –
      </Text>
    );
  }
  return values.length === 0 ? (
    <Text span size="sm" c="dimmed">
      empty
    </Text>
  ) : (
    values.map((value) => (
      <Text
        key={value}
        size="sm"
        className={classes.value}
        c={`light-dark(var(--mantine-color-${color}-light-color), var(--mantine-color-${color}-4))`}
      >
        {value}
      </Text>
    ))
  );
}
