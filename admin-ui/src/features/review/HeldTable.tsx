// SPDX-License-Identifier: Apache-2.0
import { Badge, Checkbox, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { ReasonBadge } from '@/components/ReasonBadge';
import { When } from '@/components/When';
import { capitalised } from '@/lib/format';
import type { HeldDetection } from '@/lib/types';
import classes from './review.module.css';
import { states } from './words';

interface HeldTableProps {
  held: HeldDetection[];
  /** Absent: who looks may not decide. */
  chosen: ReadonlySet<number> | undefined;
  onChoose: (ids: number[], choose: boolean) => void;
  onOpen: (id: number) => void;
}

export function HeldTable({ held, chosen, onChoose, onOpen }: HeldTableProps) {
  const open = held.filter(({ state }) => state === 'waiting').map(({ id }) => id);
  const all = open.length > 0 && open.every((id) => chosen?.has(id));
  const some = open.some((id) => chosen?.has(id));
  return (
    <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          {chosen && (
            <Table.Th w={40}>
              <Checkbox
                aria-label="Choose all that are shown"
                checked={all}
                indeterminate={some && !all}
                disabled={open.length === 0}
                onChange={(event) => onChoose(open, event.currentTarget.checked)}
              />
            </Table.Th>
          )}
          <Table.Th>Source</Table.Th>
          <Table.Th visibleFrom="sm">Why it waits</Table.Th>
          <Table.Th>Held</Table.Th>
          <Table.Th visibleFrom="md">Last seen</Table.Th>
          <Table.Th visibleFrom="md">Leaves the queue</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {held.map((each) => (
          <Table.Tr key={each.id} className={classes.row} onClick={() => onOpen(each.id)}>
            {chosen && (
              <Table.Td onClick={(event) => event.stopPropagation()}>
                {each.state === 'waiting' && (
                  <Checkbox
                    aria-label={`Choose ${each.detection.source}`}
                    checked={chosen.has(each.id)}
                    onChange={(event) => onChoose([each.id], event.currentTarget.checked)}
                  />
                )}
              </Table.Td>
            )}
            <Table.Td>
              {/* The row is for the mouse, the button for everyone. */}
              <UnstyledButton
                className={`address ${classes.name}`}
                aria-label={`Details of ${each.detection.source}`}
              >
                {each.detection.source}
              </UnstyledButton>
              <Group gap={4} mt={4}>
                <ReasonBadge rule={each.detection.rule} />
                {each.state !== 'waiting' && <StateBadge of={each} />}
              </Group>
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <Text size="sm">{capitalised(each.holdReason)}</Text>
            </Table.Td>
            <Table.Td>
              <When at={each.heldAt} ago />
            </Table.Td>
            <Table.Td visibleFrom="md">
              <When at={each.lastSeen} ago />
            </Table.Td>
            <Table.Td visibleFrom="md">
              <When at={each.expiresAt} ago />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function StateBadge({ of: { state } }: { of: HeldDetection }) {
  return (
    <Badge miw="max-content" variant="light" color={states[state].color} tt="none" radius="sm">
      {states[state].label}
    </Badge>
  );
}
